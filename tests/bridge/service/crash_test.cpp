// A crash before each single effect of a whole conversation: after the restart nothing is lost and nothing is
// doubled.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bridge/service/service.h"
#include "tests/bridge/service/stage_testing.h"

namespace bridge::testing {
namespace {

// The customer's page and Genesys, as both behave when the bridge goes away: they try again.
class Story {
  public:
    explicit Story(Stage& stage) : stage_(stage) {}

    void tell() {
        listen();
        say("hello", "m1");
        say("a human please", "m2");
        run(1s);
        webhook(stage_.webhook_body("flow-1", "Connected", "Bot"));
        agent("agent-1", "Ann here.");
        say("my order", "m3");
        say("is late", "m4");
        run(40s);
        agent("agent-2", "Solved.");
        agent("agent-3", "Bye!");
        stage_.genesys.conversations["anna"].customer_left = true;
        run(120s);
        say("hours?", "m5");
        run(1s);
        read();
    }

    const std::vector<std::string>& seen() const { return seen_; }

  private:
    void revive() {
        read();
        if (!stage_.has_crashed()) return;
        stage_.restart();
        listen();
    }

    void listen() {
        do {
            if (stage_.has_crashed()) stage_.restart();
            stream_ = stage_.listen(std::to_string(cursor_));
        } while (stage_.has_crashed());
        read();
    }

    // What the page has received so far, before the stream is gone.
    void read() {
        const auto found = stage_.streams.find(stream_);
        if (found == stage_.streams.end()) return;
        for (auto& [id, line] : parse_events(found->second)) {
            EXPECT_EQ(id, cursor_ + 1) << "a gap or a repetition";
            cursor_ = id;
            seen_.push_back(std::move(line));
        }
        found->second.clear();
    }

    void say(const std::string& text, const std::string& id) {
        while (!stage_.say(text, id)) revive();
        revive();
    }

    void webhook(const std::string& body) {
        while (!stage_.deliver(body)) revive();
        revive();
    }

    void agent(const std::string& id, const std::string& text) {
        stage_.genesys.conversations["anna"].agent_messages.push_back(id);
        webhook(stage_.webhook_body(id, text));
    }

    void run(base::Duration duration) {
        stage_.run_for(duration);
        while (stage_.has_crashed()) {
            revive();
            stage_.run_for(duration);
        }
        read();
    }

    Stage& stage_;
    host::RequestId stream_;
    std::uint64_t cursor_ = 0;
    std::vector<std::string> seen_;
};

std::vector<std::string> at_genesys(const Stage& stage) {
    std::vector<std::string> lines;
    for (const FakeMessage& message : stage.genesys.messages) lines.push_back(message.text);
    return lines;
}

long attempts(const Stage& stage) {
    return std::ranges::count_if(stage.genesys.requests, [](const std::string& request) {
        return request.contains("/inbound/open/");
    });
}

bool has_outgoing_record(const Stage& stage) {
    return std::ranges::any_of(stage.store,
                               [](const auto& record) { return record.first.contains("/outbox/"); });
}

struct Reference {
    std::vector<std::string> seen;
    std::vector<std::string> sent;
    long attempts = 0;
    std::size_t effects = 0;
};

Reference undisturbed() {
    Stage stage;
    Story story(stage);
    story.tell();
    return {story.seen(), at_genesys(stage), attempts(stage), stage.effects_executed()};
}

TEST(Crash, before_any_effect_loses_and_doubles_nothing) {
    const Reference ref = undisturbed();
    ASSERT_GT(ref.effects, 60U);
    ASSERT_EQ(ref.seen.size(), 11U);
    for (std::size_t effect = 1; effect <= ref.effects; ++effect) {
        SCOPED_TRACE("crash before effect " + std::to_string(effect));
        Stage stage;
        stage.crash_at_effect(effect);
        if (stage.has_crashed()) stage.restart();
        Story story(stage);
        story.tell();
        EXPECT_EQ(story.seen(), ref.seen);
        EXPECT_EQ(at_genesys(stage), ref.sent);
        EXPECT_LE(attempts(stage), ref.attempts + 1) << "only the line in flight may be repeated";
        EXPECT_FALSE(has_outgoing_record(stage));
        if (HasFailure()) break;
    }
}

// With a Genesys that does not recognise a message id that it has seen.
TEST(Crash, before_any_effect_doubles_nothing_either_for_a_forgetful_genesys) {
    const Reference ref = undisturbed();
    Settings settings = stub_settings();
    settings.uncertain_lines = UncertainLines::Reconcile;
    for (std::size_t effect = 1; effect <= ref.effects; ++effect) {
        SCOPED_TRACE("crash before effect " + std::to_string(effect));
        Stage stage(settings);
        stage.genesys.appends_repetitions = true;
        stage.crash_at_effect(effect);
        if (stage.has_crashed()) stage.restart();
        Story story(stage);
        story.tell();
        EXPECT_EQ(story.seen(), ref.seen);
        EXPECT_EQ(at_genesys(stage), ref.sent);
        EXPECT_FALSE(has_outgoing_record(stage));
        if (HasFailure()) break;
    }
}

TEST(Crash, twice_loses_and_doubles_nothing) {
    const Reference ref = undisturbed();
    for (std::size_t effect = 2; effect <= ref.effects; effect += 7) {
        SCOPED_TRACE("second crash at effect " + std::to_string(effect));
        Stage stage;
        stage.say("warm up", "m0");  // a crash in an earlier life of the store
        stage.crash_at_effect(stage.effects_executed() + 1);
        stage.say("lost", "m00");
        ASSERT_TRUE(stage.has_crashed());
        stage.restart();
        stage.crash_at_effect(stage.effects_executed() + effect);
        Story story(stage);
        story.tell();
        EXPECT_EQ(std::vector(story.seen().end() - 8, story.seen().end()),
                  std::vector(ref.seen.end() - 8, ref.seen.end()));
        EXPECT_EQ(at_genesys(stage).size(), ref.sent.size());
    }
}

TEST(Crash, with_the_same_seed_draws_other_ids) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    stage.restart(7);
    stage.say("a line of the second life");
    stage.run_for(1s);
    ASSERT_EQ(stage.genesys.messages.size(), 2U);
    EXPECT_NE(stage.genesys.messages[0].id, stage.genesys.messages[1].id);
}

TEST(Crash, resends_the_line_in_flight_with_its_id) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    stage.say("in flight");
    ASSERT_EQ(stage.calls.size(), 1U);
    const std::string body = stage.calls.front().request.body;
    stage.calls.clear();
    stage.restart();
    stage.run_for(1s);
    EXPECT_EQ(stage.genesys.messages.back().body, body);
}

TEST(Crash, lets_a_first_message_wait_for_a_webhook_that_says_where_to_ask) {
    Settings settings = stub_settings();
    settings.uncertain_lines = UncertainLines::Reconcile;
    Stage stage(settings);
    stage.genesys.appends_repetitions = true;
    stage.say("human");
    stage.genesys.faults.push_back({"inbound/open", host::TransportFailure::TimedOut, true});
    while (stage.genesys.messages.empty()) {  // token, integration, and the message whose answer is lost
        const host::Call call = stage.calls.front();
        stage.calls.pop_front();
        const auto finished = stage.genesys.answer(call);
        if (stage.genesys.messages.empty()) stage.service->handle(finished, stage.now);
        for (const host::Effect& effect : stage.service->drain())
            if (const auto* next = std::get_if<host::Call>(&effect)) stage.calls.push_back(*next);
    }
    stage.calls.clear();
    stage.restart();
    stage.run_for(5s);
    EXPECT_EQ(stage.genesys.messages.size(), 1U);
    stage.deliver(stage.webhook_body("flow-1", "Connected", "Bot"));
    stage.run_for(1s);
    EXPECT_EQ(stage.genesys.messages.size(), 1U);
    EXPECT_EQ(stage.count("reconcile.asked"), 1U);
    EXPECT_FALSE(has_outgoing_record(stage));
}

TEST(Crash, sends_a_first_message_again_when_nobody_says_where_it_is) {
    Settings settings = stub_settings();
    settings.uncertain_lines = UncertainLines::Reconcile;
    Stage stage(settings);
    stage.say("human");
    stage.calls.clear();
    stage.restart();
    stage.run_for(29s);
    EXPECT_TRUE(stage.genesys.messages.empty());
    stage.run_for(2s);
    EXPECT_EQ(stage.genesys.messages.size(), 1U);
}

TEST(Crash, while_lines_are_missing_waits_no_longer_than_without) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    stage.genesys.conversations["anna"] = {"conversation-1", true, {"agent-1"}};
    stage.run_for(50s);
    stage.restart();
    stage.run_for(40s);
    EXPECT_EQ(std::ranges::count(stage.shown(), "status: completed 1"), 0);
    stage.run_for(10s);
    EXPECT_EQ(std::ranges::count(stage.shown(), "status: completed 1"), 1);
}

TEST(Crash, leaves_unreadable_records_aside) {
    Stage stage;
    stage.say("human");
    stage.run_for(1s);
    stage.store["session/anna/log/0000000099"] = "{";
    stage.store["session/anna/riddle"] = "{}";
    stage.store["nonsense"] = "1";
    const auto lines = stage.shown();
    stage.restart();
    EXPECT_EQ(stage.count("store.unreadable"), 3U);
    EXPECT_EQ(stage.shown(), lines);
}

}  // namespace
}  // namespace bridge::testing
