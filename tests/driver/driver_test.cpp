// The table of driver behaviours: what both drivers must do alike, so that what a simulation shows may be
// believed.
#include <gtest/gtest.h>

#include "tests/driver/net_rig_testing.h"
#include "tests/driver/sim_rig_testing.h"
#include "tests/driver/small_hosts_testing.h"

namespace driver {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

constexpr std::size_t one_mebibyte = 1024UL * 1024;
const http::Request go{"GET", "/go", {}, ""};

http::Request post(std::string target, std::string body = "") {
    return {"POST", std::move(target), {}, std::move(body)};
}

template <class RigType>
class DriverTest : public testing::Test {
  protected:
    template <class HostType, class... Arguments>
    void run(const std::string& name, const Arguments&... arguments) {
        rig.add(name,
                [this, arguments...] { return std::make_unique<HostType>(rig.journal(), arguments...); });
    }
    bool await(const std::string& line, std::size_t count = 1) {
        return rig.run_until([&] { return rig.journal().count(line) >= count; });
    }
    std::string body(std::optional<http::Response> response) {
        return response ? response->body : "no response";
    }

    RigType rig;
};

struct RigNames {
    template <class RigType>
    static std::string GetName(int) {
        return RigType::simulated ? "simulated" : "real";
    }
};
using Rigs = testing::Types<NetRig, SimRig>;
TYPED_TEST_SUITE(DriverTest, Rigs, RigNames);

TYPED_TEST(DriverTest, gives_Restored_first_also_with_an_empty_store) {
    this->template run<Echo>("echo");
    EXPECT_EQ(this->body(this->rig.ask("echo", post("/x", "hello"))), "hello");
    EXPECT_EQ(this->rig.journal().lines(), (Lines{"restored", "request /x"}));
}

TYPED_TEST(DriverTest, brings_a_call_to_its_origin_and_the_answer_back) {
    this->template run<Echo>("echo");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("echo")});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "1");
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 1U);
}

TYPED_TEST(DriverTest, finishes_a_call_to_nobody_as_refused) {
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.nowhere()});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "0");
    EXPECT_EQ(this->rig.journal().count("finished: refused"), 1U);
}

TYPED_TEST(DriverTest, finishes_an_unanswered_call_as_timed_out) {
    this->template run<Mute>("mute");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("mute"), .timeout = 50ms});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "0");
    EXPECT_EQ(this->rig.journal().count("request /called"), 1U);
    EXPECT_EQ(this->rig.journal().count("finished: timed out"), 1U);
}

TYPED_TEST(DriverTest, finishes_a_call_once_when_its_answer_comes_too_late) {
    this->template run<Held>("held");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("held"), .timeout = 30ms});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "0");
    EXPECT_EQ(this->body(this->rig.ask("held", post("/release"))), "late");
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "0");
    EXPECT_EQ(this->rig.journal().count("finished: timed out"), 2U);
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 0U);
}

TYPED_TEST(DriverTest, finishes_a_call_as_broken_when_the_other_side_ends_before_the_answer) {
    this->template run<Mute>("mute");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("mute")});
    const Ticket asked = this->rig.send("caller", go);
    ASSERT_TRUE(this->await("request /called"));
    this->rig.crash("mute");
    ASSERT_TRUE(this->await("finished: broken"));
    EXPECT_TRUE(this->rig.run_until([&] { return this->rig.reply(asked).has_value(); }));
    EXPECT_EQ(this->rig.journal().count("request /called"), 1U) << "a call is never repeated";
}

TYPED_TEST(DriverTest, never_repeats_a_call_on_a_connection_that_was_kept) {
    this->template run<Held>("held");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("held")});
    this->rig.send("caller", go);
    ASSERT_TRUE(this->await("request /called"));
    this->rig.ask("held", post("/release"));
    ASSERT_TRUE(this->await("finished: 200"));
    this->rig.send("caller", go);
    ASSERT_TRUE(this->await("request /called", 2));
    this->rig.crash("held");
    ASSERT_TRUE(this->await("finished: broken"));
    this->rig.restart("held");
    this->rig.ask("held", post("/release"));
    EXPECT_EQ(this->rig.journal().count("request /called"), 2U);
}

TYPED_TEST(DriverTest, carries_a_body_of_one_mebibyte_both_ways) {
    this->template run<Echo>("echo");
    this->template run<Caller>("caller",
                               Caller::Plan{.origin = this->rig.origin("echo"), .body_bytes = one_mebibyte});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "1");
}

TYPED_TEST(DriverTest, answers_413_to_a_larger_body_without_asking_the_program) {
    this->template run<Echo>("echo");
    const auto response = this->rig.ask("echo", post("/large", std::string(one_mebibyte + 1, 'x')));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 413);
    EXPECT_EQ(this->rig.journal().lines(), Lines{"restored"});
}

TYPED_TEST(DriverTest, makes_64_calls_at_once) {
    this->template run<Sluggish>("sluggish", base::Duration(20ms));
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("sluggish"), .calls = 64});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "0");
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 64U);
}

TYPED_TEST(DriverTest, gives_each_of_64_calls_its_own_answer) {
    this->template run<Echo>("echo");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("echo"), .calls = 64});
    EXPECT_EQ(this->body(this->rig.ask("caller", go)), "64");
}

TYPED_TEST(DriverTest, lets_a_program_call_itself) {
    this->template run<Echo>("first");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("first"), .calls = 2});
    this->template run<Caller>("outer", Caller::Plan{.origin = this->rig.origin("caller")});
    EXPECT_EQ(this->body(this->rig.ask("outer", go)), "0");
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 3U);
}

TYPED_TEST(DriverTest, wakes_in_order_once_each_and_never_early) {
    this->template run<Ticker>("ticker", std::vector<base::Duration>{1ms, 5ms, 5ms, 20ms, 0ms});
    EXPECT_TRUE(this->await("woken 4"));
    EXPECT_EQ(this->rig.journal().lines(),
              (Lines{"restored", "woken 0", "woken 1", "woken 2", "woken 3", "woken 4"}));
}

TYPED_TEST(DriverTest, keeps_what_was_acknowledged_over_a_crash) {
    this->template run<Notebook>("notebook");
    this->rig.ask("notebook", post("/a", "1"));
    this->rig.ask("notebook", post("/b", "2"));
    this->rig.ask("notebook", post("/a", "3"));
    this->rig.ask("notebook", {"DELETE", "/b", {}, ""});
    this->rig.crash("notebook");
    this->rig.restart("notebook");
    EXPECT_EQ(this->body(this->rig.ask("notebook", {"GET", "/", {}, ""})), "/a=3;");
    EXPECT_EQ(this->rig.journal().count("restored"), 2U);
}

TYPED_TEST(DriverTest, forgets_open_calls_and_requests_in_a_crash) {
    this->template run<Held>("held");
    this->template run<Caller>("caller", Caller::Plan{.origin = this->rig.origin("held")});
    const Ticket asked = this->rig.send("caller", go);
    ASSERT_TRUE(this->await("request /called"));
    this->rig.crash("caller");
    std::optional<Reply> reply;
    ASSERT_TRUE(this->rig.run_until([&] { return (reply = this->rig.reply(asked)).has_value(); }));
    ASSERT_TRUE(std::holds_alternative<host::TransportFailure>(*reply));
    EXPECT_EQ(std::get<host::TransportFailure>(*reply), host::TransportFailure::Broken);
    this->rig.restart("caller");
    this->rig.ask("held", post("/release"));
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 0U) << "the answer was for the life before";
    const Ticket again = this->rig.send("caller", go);
    ASSERT_TRUE(this->await("request /called", 2));
    this->rig.ask("held", post("/release"));
    ASSERT_TRUE(this->rig.run_until([&] { return this->rig.reply(again).has_value(); }));
    EXPECT_EQ(this->rig.journal().count("finished: 200"), 1U);
}

TYPED_TEST(DriverTest, streams_in_order_to_every_reader_and_closes) {
    this->template run<Streamer>("streamer");
    const Ticket first = this->rig.open_stream("streamer", "/one", Reading::Running);
    const Ticket second = this->rig.open_stream("streamer", "/two", Reading::Running);
    ASSERT_TRUE(this->await("request /one"));
    ASSERT_TRUE(this->await("request /two"));
    std::string ref_bytes;
    for (int i = 0; i < 20; ++i) {
        const std::string piece = "piece " + std::to_string(i) + "\n\n";
        ref_bytes += piece;
        this->rig.ask("streamer", post("/say", piece));
    }
    this->rig.ask("streamer", post("/close"));
    EXPECT_TRUE(this->rig.run_until([&] { return !this->rig.is_open(first) && !this->rig.is_open(second); }));
    EXPECT_EQ(this->rig.bytes(first), ref_bytes);
    EXPECT_EQ(this->rig.bytes(second), ref_bytes);
    EXPECT_TRUE(this->await("closed", 2));
    this->rig.ask("streamer", post("/say", "to nobody"));
    EXPECT_EQ(this->rig.journal().count("closed"), 2U) << "one for each stream";
}

TYPED_TEST(DriverTest, reports_a_reader_that_hangs_up_once) {
    this->template run<Streamer>("streamer");
    const Ticket leaving = this->rig.open_stream("streamer", "/leaving", Reading::Running);
    const Ticket staying = this->rig.open_stream("streamer", "/staying", Reading::Running);
    ASSERT_TRUE(this->await("request /leaving"));
    ASSERT_TRUE(this->await("request /staying"));
    this->rig.ask("streamer", post("/say", "hello"));
    ASSERT_TRUE(this->rig.run_until([&] { return this->rig.bytes(leaving) == "hello"; }));
    this->rig.hang_up(leaving);
    EXPECT_TRUE(this->await("closed"));
    this->rig.ask("streamer", post("/say", " again"));
    EXPECT_TRUE(this->rig.run_until([&] { return this->rig.bytes(staying) == "hello again"; }));
    EXPECT_EQ(this->rig.journal().count("closed"), 1U);
    EXPECT_TRUE(this->rig.is_open(staying));
}

TYPED_TEST(DriverTest, ends_the_stream_of_a_reader_that_does_not_read_and_serves_the_others) {
    this->template run<Streamer>("streamer");
    this->rig.open_stream("streamer", "/stalled", Reading::Stalled);
    ASSERT_TRUE(this->await("request /stalled"));
    this->rig.ask("streamer", post("/flood"));
    EXPECT_TRUE(this->await("closed"));
    EXPECT_EQ(this->body(this->rig.ask("streamer", post("/say", "still served"))), "");
    EXPECT_EQ(this->rig.journal().count("closed"), 1U);
}

TYPED_TEST(DriverTest, ends_the_readers_of_a_stream_when_its_program_crashes) {
    this->template run<Streamer>("streamer");
    const Ticket reader = this->rig.open_stream("streamer", "/one", Reading::Running);
    ASSERT_TRUE(this->await("request /one"));
    this->rig.crash("streamer");
    EXPECT_TRUE(this->rig.run_until([&] { return !this->rig.is_open(reader); }));
    EXPECT_EQ(this->rig.journal().count("closed"), 0U);
}

}  // namespace
}  // namespace driver
