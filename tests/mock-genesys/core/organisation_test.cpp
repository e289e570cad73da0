#include "mock-genesys/core/organisation.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Organisation, typing_is_off_without_a_platform_config) {
    Organisation organisation;
    organisation.platform_configs.push_back({{}, "Chatty", {true, true}});
    Integration integration;
    EXPECT_EQ(typing_of(organisation, integration), TypingSetting{});
    integration.platform_config = "Chatty";
    EXPECT_TRUE(typing_of(organisation, integration).inbound);
}

TEST(Organisation, an_integration_has_the_profile_it_names_or_the_default) {
    Organisation organisation;
    Integration integration;
    EXPECT_EQ(content_profile_of(organisation, integration).name, default_content_profile);
    organisation.supported_content.push_back({"p1", "Pictures", {"image/*"}, {}});
    integration.supported_content_profile = "Pictures";
    EXPECT_EQ(content_profile_of(organisation, integration).id, "p1");
}

}  // namespace
}  // namespace mock
