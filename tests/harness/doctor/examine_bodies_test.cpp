#include "harness/doctor/examine_bodies.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

using Mistakes = std::vector<Mistake>;

class ExamineBodiesTest : public testing::Test {
  protected:
    Mistakes found() {
        diagnosis = {};
        examine_kinds(courier, envelopes, diagnosis);
        unknown_members = examine_unknown_members(courier, envelopes, diagnosis);
        examine_large_body(courier, envelopes, diagnosis);
        examine_chunked_body(courier, envelopes, diagnosis);
        examine_order(courier, envelopes, diagnosis);
        return mistakes_of(diagnosis);
    }

    FakeReceiver receiver;
    Envelopes envelopes = fake_envelopes();
    Courier courier = receiver.courier();
    Diagnosis diagnosis;
    UnknownMembers unknown_members = UnknownMembers::Use;
};

TEST_F(ExamineBodiesTest, finds_nothing_in_a_flawless_receiver) {
    EXPECT_EQ(found(), Mistakes{});
    EXPECT_EQ(diagnosis.checks.size(), 5U);
    EXPECT_EQ(unknown_members, UnknownMembers::Use);
}

TEST_F(ExamineBodiesTest, finds_kinds_that_are_refused_and_lists_them) {
    receiver.refuses = [](const json::Value& message) { return message.at("type") == "Receipt" ? 400 : 0; };
    EXPECT_EQ(found(), Mistakes{Mistake::KindRefused});
    EXPECT_EQ(diagnosis.findings.front().came_back, "published receipt: 400, failed receipt: 400");
}

TEST_F(ExamineBodiesTest, finds_a_closed_schema) {
    receiver.refuses = [](const json::Value& message) { return message.contains("futureObject") ? 422 : 0; };
    EXPECT_EQ(found(), Mistakes{Mistake::UnknownMemberRefused});
    EXPECT_EQ(unknown_members, UnknownMembers::Avoid);
}

TEST_F(ExamineBodiesTest, finds_a_limit_below_that_of_the_platform) {
    receiver.changes = [](const http::Request& request, Answer answer) {
        return request.body.size() > 100'000 ? FakeReceiver::with_status(413) : std::move(answer);
    };
    EXPECT_EQ(found(), Mistakes{Mistake::LargeBodyRefused});
}

TEST_F(ExamineBodiesTest, finds_that_chunks_are_not_read) {
    receiver.changes = [](const http::Request& request, Answer answer) {
        return request.headers.get("Transfer-Encoding") ? FakeReceiver::failed(host::TransportFailure::Broken)
                                                        : std::move(answer);
    };
    EXPECT_EQ(found(), Mistakes{Mistake::ChunkedBodyRefused});
}

TEST_F(ExamineBodiesTest, finds_that_a_late_message_is_refused) {
    std::string newest;
    receiver.refuses = [&](const json::Value& message) {
        const std::string time = message.at("channel").at("time");
        const bool is_late = time < newest;
        newest = std::max(newest, time);
        return is_late ? 409 : 0;
    };
    EXPECT_EQ(found(), Mistakes{Mistake::LateMessageRefused});
    EXPECT_EQ(diagnosis.findings.front().sent, "an older text after a newer one");
}

TEST_F(ExamineBodiesTest, judges_nothing_that_was_not_sent) {
    receiver.changes = [](const http::Request&, const Answer&) { return Answer{NotAsked{}, {}}; };
    EXPECT_EQ(found(), Mistakes{});
    for (const Check& check : diagnosis.checks) EXPECT_EQ(check.verdict, Verdict::NotJudged) << check.name;
}

}  // namespace
}  // namespace doctor
