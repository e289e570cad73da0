#include "bridge/core/integration_lookup.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

IntegrationPage page(const std::vector<std::string>& names, bool has_next = false) {
    IntegrationPage result{.integrations = {}, .has_next = has_next};
    for (const std::string& name : names)
        result.integrations.push_back({IntegrationId("id of " + name), name});
    return result;
}

TEST(IntegrationLookup, reads_page_by_page_until_the_name_is_there) {
    IntegrationLookup lookup("wanted");
    EXPECT_EQ(lookup.begin().number, 1U);
    EXPECT_EQ(std::get<IntegrationLookup::ReadPage>(lookup.page_arrived(page({"a"}, true))).number, 2U);
    EXPECT_TRUE(lookup.is_running());
    const auto step = lookup.page_arrived(page({"b", "wanted"}, true));
    EXPECT_EQ(std::get<IntegrationLookup::Found>(step).id, IntegrationId("id of wanted"));
    EXPECT_EQ(lookup.found(), IntegrationId("id of wanted"));
    EXPECT_FALSE(lookup.is_running());
}

TEST(IntegrationLookup, compares_names_exactly_and_names_the_nearest) {
    IntegrationLookup lookup("chatbot");
    lookup.begin();
    lookup.page_arrived(page({"billing"}, true));
    const auto step = lookup.page_arrived(page({"Chatbot", "chatbot "}));
    EXPECT_EQ(std::get<IntegrationLookup::NotFound>(step).nearest, "Chatbot");
    EXPECT_EQ(lookup.found(), std::nullopt);
}

TEST(IntegrationLookup, stops_after_its_last_page) {
    IntegrationLookup lookup("wanted");
    lookup.begin();
    for (unsigned number = 2; number <= lookup_pages_max; ++number)
        EXPECT_EQ(std::get<IntegrationLookup::ReadPage>(lookup.page_arrived(page({}, true))).number, number);
    EXPECT_TRUE(std::holds_alternative<IntegrationLookup::NotFound>(lookup.page_arrived(page({}, true))));
}

TEST(IntegrationLookup, begins_anew_after_a_failure_or_when_the_answer_was_wrong) {
    IntegrationLookup lookup("wanted");
    lookup.begin();
    lookup.failed();
    EXPECT_EQ(lookup.begin().number, 1U);
    lookup.page_arrived(page({"wanted"}));
    lookup.forget();
    EXPECT_EQ(lookup.found(), std::nullopt);
    EXPECT_EQ(lookup.begin().number, 1U);
}

}  // namespace
}  // namespace bridge
