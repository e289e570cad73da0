#include "bridge/config/read_handover_node.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bridge {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
    HandoverNode node;
    std::vector<std::string> problems;  // "line:column what (hint)"
};

Read read(std::string_view text) {
    document::Problems problems;
    Read result{read_handover_node(*document::parse(text), {{"cancel", {"stop"}}}, problems), {}};
    for (const document::Problem& problem : problems)
        result.problems.push_back(std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) +
                                  " " + problem.what + " (" + problem.hint + ")");
    return result;
}

TEST(ReadHandoverNode, reads_every_key_of_the_vendors_node) {
    const Read read_node = read(R"(text: One moment
repeatHandoverMessage: true
cancelIntent: cancel
quickReply: No, thanks
resolveBehavior: continueEntrypoint
sendResolveEvent: false
allowAgentInject: false
agentAssistInitMessage: ""
sendOnQueueEvent: true
sendOnActiveEvent: true
sendUserConnectionMessages: false
inactivity:
  timer: 1m
  strikes:
    - { say: "Still there?" }
    - { say: { text: The customer is silent, destination: agentOnly } }
    - closeHandover
genesysLanguage: german
genesysSkills: [escalation]
genesysPriority: "1"
genesysCustomAttributes: { region: Europe }
)");
    EXPECT_THAT(read_node.problems, ElementsAre());
    const HandoverTerms ref{
        .text = "One moment",
        .repeats_text = true,
        .cancel_intent = "cancel",
        .quick_reply = "No, thanks",
        .sends_resolve_event = false,
        .sends_queue_event = true,
        .sends_active_event = true,
        .sends_presence = false,
        .inactivity = {
            1min,
            {Say{"Still there?"}, Say{"The customer is silent", Destination::AgentOnly}, CloseHandover{}}}};
    EXPECT_EQ(read_node.node.terms, ref);
    EXPECT_EQ(read_node.node.language, "german");
    EXPECT_EQ(read_node.node.custom_attributes.at("region"), "Europe");
}

TEST(ReadHandoverNode, has_the_vendors_defaults) {
    const Read read_node = read("{}");
    EXPECT_THAT(read_node.problems, ElementsAre());
    EXPECT_EQ(read_node.node.terms, HandoverTerms{});
}

TEST(ReadHandoverNode, names_an_intent_that_the_bot_does_not_have) {
    EXPECT_THAT(read("cancelIntent: cancle").problems,
                ElementsAre(HasSubstr("1:15 the bot has no intent 'cancle' (did you mean 'cancel'?")));
}

TEST(ReadHandoverNode, says_what_it_cannot_do) {
    EXPECT_THAT(read("allowAgentInject: true").problems, ElementsAre(HasSubstr("cannot be true")));
    EXPECT_THAT(read("agentAssistInitMessage: hi").problems, ElementsAre(HasSubstr("needs a Copilot flow")));
    EXPECT_THAT(read("resolveBehavior: elsewhere").problems, ElementsAre(HasSubstr("resetEntrypoint")));
    EXPECT_THAT(read("quickReply: Stop").problems,
                ElementsAre(HasSubstr("no text that it could stand under")));
}

TEST(ReadHandoverNode, bounds_the_inactivity_timer_and_its_strikes) {
    EXPECT_THAT(read("inactivity: { timer: 10ms, strikes: [closeHandover] }").problems,
                ElementsAre(HasSubstr("shorter than 1s")));
    EXPECT_THAT(read("inactivity: { timer: 1m, strikes: [] }").problems, ElementsAre(HasSubstr("1 to 10")));
    EXPECT_THAT(read("inactivity: { timer: 1m, strikes: [{ shout: x }] }").problems.size(), 2U);
}

}  // namespace
}  // namespace bridge
