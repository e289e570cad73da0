#include "harness/runner/genesys_facts.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

TEST(GenesysFacts, an_inbound_message_is_told_with_its_attributes) {
    const auto fact = fact_of("message.inbound", {{"conversationId", "c"},
                                                  {"messageId", "g"},
                                                  {"providerMessageId", "p"},
                                                  {"from", "carla@"},
                                                  {"text", "hi"},
                                                  {"attributes.userId", "u"},
                                                  {"other", "x"}});
    ASSERT_TRUE(fact);
    const auto& taken = std::get<invariants::InboundTaken>(*fact);
    EXPECT_EQ(taken.provider_message, "p");
    EXPECT_EQ(taken.attributes, (std::map<std::string, std::string>{{"userId", "u"}}));
}

TEST(GenesysFacts, an_outbound_message_names_its_agent_only_if_a_human_wrote_it) {
    const auto agent_of = [](const std::string& entity) {
        const auto fact = fact_of("message.outbound", {{"originatingEntity", entity}, {"agent", "ann"}});
        return std::get<invariants::OutboundSaid>(*fact).agent;
    };
    EXPECT_EQ(agent_of("Human"), "ann");
    EXPECT_EQ(agent_of("Bot"), "");
}

TEST(GenesysFacts, an_outcome_without_an_answer_has_status_zero) {
    const auto fact =
        fact_of("webhook.outcome",
                {{"messageId", "g"}, {"attempt", "2"}, {"failure", "timed out"}, {"verdict", "retry"}});
    const auto& concluded = std::get<invariants::WebhookConcluded>(*fact);
    EXPECT_EQ(concluded.attempt, 2);
    EXPECT_EQ(concluded.status, 0);
    EXPECT_EQ(concluded.verdict, "retry");
}

TEST(GenesysFacts, other_kinds_are_none) { EXPECT_FALSE(fact_of("token.issued", {{"clientId", "x"}})); }

}  // namespace
}  // namespace runner
