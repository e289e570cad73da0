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

}  // namespace
}  // namespace runner
