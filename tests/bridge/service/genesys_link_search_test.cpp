// Whether Genesys has a line of which nobody knows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bridge/service/stage_testing.h"

namespace bridge::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Settings reconciling() {
    Settings settings = stub_settings();
    settings.uncertain_lines = UncertainLines::Reconcile;
    return settings;
}

class SearchTest : public ::testing::Test {
  protected:
    SearchTest() {
        stage.genesys.appends_repetitions = true;
        stage.say("a human please");
        stage.run_for(1s);
    }
    std::vector<std::string> texts() const {
        std::vector<std::string> found;
        for (const FakeMessage& message : stage.genesys.messages) found.push_back(message.text);
        found.erase(found.begin());  // the transcript
        return found;
    }
    void lose_the_answer() {
        stage.genesys.faults.push_back({"inbound/open", host::TransportFailure::TimedOut, true});
    }

    Stage stage{reconciling()};
};

TEST_F(SearchTest, finds_a_line_whose_answer_was_lost) {
    lose_the_answer();
    stage.say("one");
    stage.say("two");
    stage.run_for(10s);
    EXPECT_THAT(texts(), ElementsAre("one", "two"));
    EXPECT_EQ(stage.count("reconcile.asked"), 1U);
}

TEST_F(SearchTest, sends_a_line_that_has_not_arrived) {
    stage.genesys.faults.push_back({"inbound/open", host::TransportFailure::TimedOut, false});
    stage.say("one");
    stage.run_for(10s);
    EXPECT_THAT(texts(), ElementsAre("one"));
    EXPECT_EQ(stage.count("reconcile.asked"), 1U);
}

TEST_F(SearchTest, waits_while_genesys_cannot_tell) {
    lose_the_answer();
    for (int i = 0; i < 3; ++i)
        stage.genesys.faults.push_back({"messages/conversation-1", http::Response{503, {}, "{}"}});
    stage.say("one");
    stage.run_for(60s);
    EXPECT_THAT(texts(), ElementsAre("one"));
}

TEST_F(SearchTest, sends_again_when_it_may_not_ask) {
    lose_the_answer();
    stage.genesys.faults.push_back(
        {"/messages/g-", http::Response{403, {}, R"({"code":"missing.permissions"})"}});
    stage.say("one");
    stage.run_for(10s);
    EXPECT_THAT(texts(), ElementsAre("one", "one"));
    const auto refused = std::ranges::find(stage.traces, "reconcile.refused", &host::Trace::event);
    ASSERT_NE(refused, stage.traces.end());
    EXPECT_THAT(refused->fields, Contains(std::pair<std::string, std::string>(
                                     "reason", "not reconciled: 403 missing.permissions")));
}

TEST_F(SearchTest, asks_for_a_first_message_where_the_last_handover_was) {
    stage.genesys.conversations["anna"].customer_left = true;
    stage.run_for(10s);
    lose_the_answer();
    stage.say("a human again");
    stage.run_for(10s);
    EXPECT_EQ(stage.genesys.messages.size(), 2U);
    EXPECT_THAT(stage.shown(), Contains("status: queue 2"));
}

}  // namespace
}  // namespace bridge::testing
