#include "bridge/config/read_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "foundation/base/random.h"

namespace bridge {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string good_file = R"(version: 1
endpoint: { name: Demo, URLToken: demo-token }
handoverSettings:
  provider: genesysCloudOM
  genesysCloudOM:
    host: https://apps.mypurecloud.de/
    deploymentName: chatbot
    queue: d59d0280-6664-4896-ad42-1a2715b7178e
    webhookSecret: a-secret-that-is-long
    clientId: id
    clientSecret: secret
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

// "line:column what | hint" of each problem.
std::vector<std::string> problems(const std::string& text) {
    const auto settings = read_settings(text);
    std::vector<std::string> found;
    if (settings) return found;
    for (const document::Problem& problem : settings.error())
        found.push_back(std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + " " +
                        problem.what + " | " + problem.hint);
    return found;
}

TEST(ReadSettings, fills_in_defaults_and_origins) {
    const auto settings = read_settings(good_file);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->genesys.host, "mypurecloud.de");
    EXPECT_EQ(settings->genesys.login_origin, "https://login.mypurecloud.de:443");
    EXPECT_EQ(settings->genesys.api_origin, "https://api.mypurecloud.de:443");
    EXPECT_FALSE(settings->genesys.send_profile);
    EXPECT_EQ(settings->poll_every, std::chrono::seconds{5});
    EXPECT_THAT(settings->warnings, IsEmpty());
}

TEST(ReadSettings, chooses_what_happens_to_uncertain_lines) {
    EXPECT_EQ(read_settings(good_file)->uncertain_lines, UncertainLines::Reconcile);
    EXPECT_EQ(read_settings(good_file + "delivery: { uncertainLines: resend }\n")->uncertain_lines,
              UncertainLines::Resend);
    EXPECT_THAT(problems(good_file + "delivery: { uncertainLines: hope }\n").at(0), HasSubstr("reconcile"));
}

TEST(ReadSettings, takes_end_events_only_with_a_key) {
    const auto settings =
        read_settings(good_file + "endDetection: { pollEvery: 60s, eventKey: k, organisationId: o }\n");
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->event_key, "k");
    EXPECT_EQ(settings->organisation_id, "o");
    EXPECT_THAT(problems(good_file + "endDetection: { organisationId: o }\n").at(0), HasSubstr("'eventKey'"));
}

TEST(ReadSettings, bounds_the_calls_of_a_minute) {
    EXPECT_EQ(read_settings(good_file)->calls_per_minute_max, 300U);
    EXPECT_EQ(read_settings(good_file + "delivery: { callsPerMinute: 100 }\n")->calls_per_minute_max, 100U);
    EXPECT_THAT(problems(good_file + "delivery: { callsPerMinute: 1 }\n").size(), 1U);
}

TEST(ReadSettings, reads_the_shipped_example) {
    std::ifstream file(std::string(HANDOVER_SOURCE_DIR) + "/fixtures/bridges/first-handover.yaml");
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto settings = read_settings(text);
    ASSERT_TRUE(settings) << problems(text).front();
    EXPECT_EQ(settings->genesys.api_origin, "http://127.0.0.1:8080");
    EXPECT_TRUE(settings->genesys.send_profile);
    ASSERT_EQ(settings->bot.rules.size(), 3U);
    EXPECT_EQ(std::get<HandoverNode>(settings->bot.rules[0].action).custom_attributes.at("section"),
              "section A");
    EXPECT_THAT(settings->warnings, IsEmpty());
}

TEST(ReadSettings, accepts_an_empty_secret_with_a_loud_warning) {
    const auto settings = read_settings(replaced(good_file, "a-secret-that-is-long", "\"\""));
    ASSERT_TRUE(settings);
    ASSERT_EQ(settings->warnings.size(), 1U);
    EXPECT_THAT(settings->warnings[0], HasSubstr("WITHOUT A SIGNATURE"));
}

TEST(ReadSettings, warns_of_what_is_probably_not_meant) {
    const auto with = [](const std::string& from, const std::string& to) {
        return read_settings(replaced(good_file, from, to))->warnings.at(0);
    };
    EXPECT_THAT(with("a-secret-that-is-long", "123"), HasSubstr("shorter than the 16"));
    EXPECT_THAT(with("apps.mypurecloud.de", "apps.mypurecloud.dd"), HasSubstr("no region"));
    EXPECT_THAT(with("deploymentName: chatbot", "deploymentName: chat bot"), HasSubstr("blank"));
}

struct BadFile {
    std::string from;
    std::string to;
    std::string problem;
};

class ReadBadSettings : public ::testing::TestWithParam<BadFile> {};

TEST_P(ReadBadSettings, says_where_what_and_what_to_do) {
    const auto found = problems(replaced(good_file, GetParam().from, GetParam().to));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), GetParam().problem);
    EXPECT_LE(found.size(), 2U);  // a misspelled key is missing, too
}

INSTANTIATE_TEST_SUITE_P(
    Table, ReadBadSettings,
    ::testing::Values(
        BadFile{"version: 1", "version: 2", "1:10 version 2 is not known | write version: 1"},
        BadFile{"genesysCloudOM\n", "genesysCloud\n",
                "4:13 the handover provider 'genesysCloud' is not offered | that is Genesys Cloud Guest "
                "Chat, which the vendor has "
                "retired; write genesysCloudOM"},
        BadFile{"genesysCloudOM\n", "chatwoot\n",
                "4:13 the handover provider 'chatwoot' is not offered | this bridge speaks Genesys Cloud "
                "Open Messaging: "
                "write genesysCloudOM"},
        BadFile{
            "https://apps.mypurecloud.de/", "localhost",
            "6:11 'localhost' is no host name | write the domain of your region, for example mypurecloud.de"},
        BadFile{"d59d0280-6664-4896-ad42-1a2715b7178e", "Support",
                "8:12 'Support' is no queue id | copy the id, or the whole address of the queue's page, "
                "which has it "
                "behind /queues/"},
        BadFile{"    clientSecret: secret\n", "", "6:5 'clientSecret' is missing | "},
        BadFile{"clientId: id", "clientId: \"\"", "10:15 'clientId' must not be empty | "},
        BadFile{"clientId: id", "clientID: id", "6:5 'clientId' is missing | "},
        BadFile{"clientId: id", "clientId: id\n    forwardOnlyHandoverConversations: false",
                "11:39 'forwardOnlyHandoverConversations' cannot be false | the talk with the bot reaches "
                "Genesys only as the "
                "transcript of a handover"},
        BadFile{"clientId: id", "clientId: id\n    genesysOrigin: 127.0.0.1",
                "11:20 '127.0.0.1' is no origin | for example http://127.0.0.1:8080"},
        BadFile{"demo-token", "a/b",
                "2:35 'URLToken' stands in addresses | use letters, digits and - . _ ~ only"},
        BadFile{"version: 1", "version: 1\nendDetection: { pollEvery: 1ms }",
                "2:28 'pollEvery' is shorter than 100ms | Genesys allows 300 requests a minute; 5s is a good "
                "value"},
        BadFile{"version: 1", "version: 1\nendDetection: { pollEvery: soon }",
                "2:28 'pollEvery' must be a duration | for example 250ms, 10s, 5m, 2h"}));

TEST(ReadSettings, tells_several_problems_at_once_in_order) {
    const auto found = problems(replaced(good_file, "clientId:", "clientID:").append("bott: {}\n"));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_THAT(found[0], HasSubstr("'clientId' is missing"));
    EXPECT_THAT(found[1], HasSubstr("unknown key 'clientID' | did you mean 'clientId'?"));
    EXPECT_THAT(found[2], HasSubstr("unknown key 'bott' | did you mean 'bot'?"));
}

TEST(ReadSettings, lists_each_allowed_key_once) {
    const auto found = problems(replaced(good_file, "    host:", "    zzzz: x\n    host:"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0],
                HasSubstr("allowed here: host, deploymentName, queue, webhookSecret, sendProfile, clientId"));
}

TEST(ReadSettings, reports_what_is_not_even_yaml) {
    EXPECT_THAT(problems("a: [").front(), HasSubstr("not valid YAML"));
    EXPECT_EQ(problems(""), std::vector<std::string>{"1:1 this must be a group of keys, not nothing | "});
}

TEST(ReadSettings, never_repeats_a_secret) {
    for (const std::string& problem :
         problems(replaced(good_file, "    host: https://apps.mypurecloud.de/\n", "")))
        EXPECT_THAT(problem, ::testing::Not(HasSubstr("secret-that")));
}

TEST(ReadSettings, survives_mutilated_files) {
    base::Random random(7);
    for (int run = 0; run < 500; ++run) {
        std::string text = good_file;
        for (int i = 0; i < 3; ++i) text[random.below(text.size())] = static_cast<char>(random.below(256));
        text.erase(random.below(text.size()), random.below(30));
        const auto settings = read_settings(text);
        EXPECT_TRUE(settings || !settings.error().empty());
    }
}

}  // namespace
}  // namespace bridge
