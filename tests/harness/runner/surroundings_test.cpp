#include "harness/runner/surroundings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace runner {
namespace {

constexpr const char* organisation =
    "integrations:\n  - { name: other, id: i1 }\n  - { name: chatbot, id: i2, "
    "outboundNotificationWebhookSignatureSecretToken: hook-secret }\n"
    "oauthClients:\n  - { name: bridge, secret: client-secret, accessTokenValiditySeconds: 86400 }\n";
constexpr const char* bridge =
    "endpoint: { URLToken: demo }\nhandoverSettings: { genesysCloudOM: { deploymentName: chatbot, "
    "webhookSecret: hook-secret, "
    "clientSecret: client-secret } }\n";

TEST(Surroundings, are_found_in_both_files) {
    const Surroundings found = read_surroundings(organisation, bridge);
    EXPECT_EQ(found.url_token, "demo");
    EXPECT_EQ(found.webhook_secret, "hook-secret");
    EXPECT_EQ(found.deployment, "chatbot");
    EXPECT_EQ(found.integration, "i2");
}

TEST(Surroundings, know_every_secret_and_nothing_else) {
    const auto secrets = read_surroundings(organisation, bridge).secrets;
    EXPECT_EQ(std::ranges::count(secrets, "hook-secret"), 2);
    EXPECT_EQ(std::ranges::count(secrets, "client-secret"), 2);
    EXPECT_EQ(secrets.size(), 4U);
}

TEST(Surroundings, of_files_that_are_wrong_are_empty) {
    EXPECT_EQ(read_surroundings("{", "[1]").url_token, "");
}

TEST(Surroundings, know_what_promises_depend_on) {
    const auto rules =
        read_surroundings(
            "switches: { repeatedMessageId: append, webhookOrder: concurrent, threadingMinutes: 5 }",
            "handoverSettings: { genesysCloudOM: { webhookSecret: hush-hush } }\n"
            "bot: { rules: [{ contains: hours, say: 9 to 5 }, { say: Sorry }] }")
            .rules;
    EXPECT_FALSE(rules.repeats_are_ignored);
    EXPECT_FALSE(rules.webhooks_are_ordered);
    EXPECT_EQ(rules.threading_window, std::chrono::minutes{5});
    EXPECT_EQ(rules.webhook_secret, "hush-hush");
    EXPECT_EQ(rules.bot_answers, (std::set<std::string>{"9 to 5", "Sorry"}));
    const auto defaults = read_surroundings("version: 1", "version: 1").rules;
    EXPECT_TRUE(defaults.repeats_are_ignored);
    EXPECT_TRUE(defaults.webhooks_are_ordered);
    EXPECT_EQ(defaults.threading_window, std::chrono::minutes{4320});
}

}  // namespace
}  // namespace runner
