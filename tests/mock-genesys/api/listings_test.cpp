#include "mock-genesys/api/listings.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"
#include "mock-genesys/core/assign_ids.h"

namespace mock {
namespace {

Organisation example() {
    Organisation organisation;
    organisation.name = "Example";
    organisation.divisions.push_back({{}, "Home"});
    organisation.platform_configs.push_back({{}, "Chatbot platform"});
    for (const char* const name : {"b", "c", "a"}) {
        organisation.integrations.emplace_back().name = name;
        organisation.queues.emplace_back().name = name;
    }
    organisation.integrations[0].platform_config = "Chatbot platform";
    organisation.integrations[0].webhook_secret = "a-long-enough-secret";
    return assign_ids(std::move(organisation), 1);
}

TEST(Listings, page_through_in_the_vendor_s_envelope) {
    const Organisation organisation = example();
    const auto listing = *json::parse(encode_integrations({organisation, {}}, {2, 1}, {}));
    EXPECT_EQ(listing["entities"].size(), 2U);
    EXPECT_EQ(listing["total"], 3);
    EXPECT_EQ(listing["pageCount"], 2);
    EXPECT_EQ(listing["nextUri"], "/api/v2/conversations/messaging/integrations?pageSize=2&pageNumber=2");
    EXPECT_FALSE(listing.contains("previousUri"));
    const auto last = *json::parse(encode_integrations({organisation, {}}, {2, 2}, {}));
    EXPECT_EQ(last["entities"].size(), 1U);
    EXPECT_FALSE(last.contains("nextUri"));
    EXPECT_TRUE(last.contains("previousUri"));
    EXPECT_TRUE(json::parse(encode_integrations({organisation, {}}, {25, 9}, {}))->at("entities").empty());
}

TEST(Listings, show_integrations_of_all_types_without_their_secrets) {
    const Organisation organisation = example();
    const std::string body = encode_integrations({organisation, {}}, {}, {});
    EXPECT_FALSE(body.contains("a-long-enough-secret"));
    const auto entity = json::parse(body)->at("entities")[0];
    EXPECT_EQ(entity["messengerType"], "open");
    EXPECT_EQ(entity["status"], "Active");
    EXPECT_EQ(entity["name"], "b");
}

TEST(Listings, expand_references_with_their_names_when_asked) {
    const Organisation organisation = example();
    const auto plain =
        *json::parse(encode_open_integration({organisation, {}}, organisation.integrations[0], {}));
    EXPECT_FALSE(plain["messagingSetting"].contains("name"));
    EXPECT_EQ(plain["outboundNotificationWebhookSignatureSecretToken"], "a-long-enough-secret");
    const Expansion both = *decode_expansion(*http::parse_form("expand=supportedContent,messagingSetting"));
    const auto full =
        *json::parse(encode_open_integration({organisation, {}}, organisation.integrations[0], both));
    EXPECT_EQ(full["messagingSetting"]["name"], "Chatbot platform");
    EXPECT_EQ(full["supportedContent"]["name"], "default");
    EXPECT_FALSE(decode_expansion(*http::parse_form("expand=identityresolution")));
}

TEST(Listings, sort_and_select_queues) {
    const Organisation organisation = example();
    const auto ascending = *json::parse(encode_queues({organisation, {}}, {}, "", true));
    EXPECT_EQ(ascending["entities"][0]["name"], "a");
    EXPECT_EQ(ascending["entities"][0]["division"]["name"], "Home");
    const auto descending = *json::parse(encode_queues({organisation, {}}, {}, "", false));
    EXPECT_EQ(descending["entities"][0]["name"], "c");
    const auto one = *json::parse(encode_queues({organisation, {}}, {}, "B", true));
    EXPECT_EQ(one["total"], 1);
}

TEST(Listings, describe_the_organisation_and_the_token_s_client) {
    const Organisation organisation = example();
    EXPECT_EQ(json::parse(encode_organization(organisation))->at("name"), "Example");
    OAuthClient client;
    client.id = ClientId("c1");
    client.secret = "client-secret";
    const std::string owner = encode_token_owner(organisation, {&client, nullptr});
    EXPECT_EQ(json::parse(owner)->at("OAuthClient").at("id"), "c1");
    EXPECT_FALSE(owner.contains("client-secret"));
}

}  // namespace
}  // namespace mock
