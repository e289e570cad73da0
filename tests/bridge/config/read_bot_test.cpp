#include "bridge/config/read_bot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bridge/config/read_handover_node.h"
#include "bridge/config/read_settings.h"

namespace bridge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Read {
    BotScript script;
    std::vector<std::string> problems;  // "line:column what"
};

Read read(std::string_view text) {
    document::Problems problems;
    Read result{read_bot(*document::parse(text), problems), {}};
    for (const document::Problem& problem : problems)
        result.problems.push_back(std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) +
                                  " " + problem.what);
    return result;
}

TEST(ReadBot, reads_rules_and_reactions) {
    const Read bot = read(R"(greeting: Hello
rules:
  - contains: human
    handoverToAgent:
      text: One moment
      genesysLanguage: german
      genesysSkills: [escalation, billing]
      genesysPriority: 1
      genesysCustomAttributes: { region: Europe, level: 3 }
      sendResolveEvent: false
  - say: Pardon?
onCompleted: { say: back }
onError: { say: nobody }
)");
    EXPECT_THAT(bot.problems, ElementsAre());
    const auto& node = std::get<HandoverNode>(bot.script.rules.at(0).action);
    EXPECT_EQ(node.terms.text, "One moment");
    EXPECT_EQ(node.language, "german");
    EXPECT_THAT(node.skills, ElementsAre("escalation", "billing"));
    EXPECT_EQ(node.priority, "1");
    EXPECT_EQ(node.custom_attributes.at("level"), "3");
    EXPECT_FALSE(node.terms.sends_resolve_event);
    EXPECT_EQ(std::get<Say>(bot.script.rules.at(1).action).text, "Pardon?");
    EXPECT_EQ(bot.script.on_completed.text, "back");
    EXPECT_EQ(bot.script.on_cancelled.text, "");
    EXPECT_EQ(bot.script.on_error.text, "nobody");
}

TEST(ReadBot, takes_a_handover_without_any_setting) {
    const Read bot = read("rules: [{ contains: human, handoverToAgent: {} }]");
    EXPECT_THAT(bot.problems, ElementsAre());
    EXPECT_TRUE(std::get<HandoverNode>(bot.script.rules.at(0).action).terms.sends_resolve_event);
}

TEST(ReadBot, refuses_rules_that_mean_nothing) {
    EXPECT_THAT(read("rules: [{ contains: x }]").problems,
                ElementsAre("1:9 a rule without 'say' and 'handoverToAgent' answers nothing"));
    EXPECT_THAT(read("rules: [{ say: x, handoverToAgent: {} }]").problems,
                ElementsAre("1:9 a rule has either 'say' or 'handoverToAgent'"));
    EXPECT_THAT(read("rules: [{ say: x }, { say: y }]").problems,
                ElementsAre("1:21 no text ever reaches this rule"));
}

TEST(ReadBot, refuses_attributes_that_the_bridge_sets_itself_and_nested_ones) {
    EXPECT_THAT(read("rules: [{ handoverToAgent: { genesysCustomAttributes: { queueId: x } } }]").problems,
                ElementsAre(HasSubstr("the attribute 'queueId' is set by the bridge itself")));
    EXPECT_THAT(read("rules: [{ handoverToAgent: { genesysCustomAttributes: { a: { b: c } } } }]").problems,
                ElementsAre(HasSubstr("the attribute 'a' must be text")));
    EXPECT_THAT(read("rules: [{ handoverToAgent: { genesysCustomAttributes: x } }]").problems,
                ElementsAre(HasSubstr("must be a group of keys")));
}

TEST(ReadBot, bounds_texts_and_rules) {
    EXPECT_THAT(read("greeting: " + std::string(bot_text_bytes_max + 1, 'x')).problems,
                ElementsAre(HasSubstr("'greeting' is longer than 8000 bytes")));
    std::string many = "rules:\n";
    for (std::size_t i = 0; i <= bot_rules_max; ++i) many += "  - { contains: x, say: y }\n";
    EXPECT_THAT(read(many).problems, ElementsAre(HasSubstr("more than 200 rules")));
}

TEST(ReadBot, reads_intents_and_what_the_bot_says_during_a_handover) {
    const Read bot = read(R"(intents: { cancel: [stop, never mind] }
onQueue: { say: { text: You are in the queue, destination: userOnly } }
onActive: { say: The agent is here }
)");
    EXPECT_THAT(bot.problems, ElementsAre());
    EXPECT_THAT(bot.script.intents.at("cancel"), ElementsAre("stop", "never mind"));
    EXPECT_EQ(bot.script.on_queue, (Say{"You are in the queue", Destination::UserOnly}));
    EXPECT_EQ(bot.script.on_active, Say{"The agent is here"});
}

TEST(ReadBot, wants_words_for_an_intent) {
    EXPECT_THAT(read("intents: { cancel: [] }").problems,
                ElementsAre("1:12 the intent 'cancel' needs words"));
    EXPECT_THAT(read("intents: { cancel: [''] }").problems,
                ElementsAre("1:12 the intent 'cancel' needs words"));
    EXPECT_THAT(read("intents: [cancel]").problems, ElementsAre("1:10 'intents' must be a group of keys"));
}

}  // namespace
}  // namespace bridge
