#include "mock-genesys/service/control_views.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

TEST(ControlViews, write_small_answers_in_order) {
    EXPECT_EQ(encode_up(), R"({"status":"up"})");
    EXPECT_EQ(encode_pairs({{"b", "1"}, {"a", "2"}}), R"({"b":"1","a":"2"})");
    EXPECT_EQ(encode_count("expired", 3), R"({"expired":3})");
}

TEST(ControlViews, show_a_desk_with_all_lines_and_who_wrote_them) {
    MockDriver driver(organisation_fixture("first-handover.yaml"));
    driver.control("POST", "/_mock/agents/ann/on-queue");
    driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    EXPECT_EQ(driver.control("GET", "/_mock/agents/ann")["conversations"][0]["state"], "alerting");
    driver.control("POST", "/_mock/agents/ann/accept");
    driver.control("POST", "/_mock/agents/ann/say", R"({"text":"hi"})");
    const auto shown = driver.control("GET", "/_mock/agents/ann")["conversations"][0];
    EXPECT_EQ(shown["state"], "connected");
    ASSERT_EQ(shown["messages"].size(), 3U);
    EXPECT_EQ(shown["messages"][0]["from"], "customer");
    EXPECT_EQ(shown["messages"][1]["from"], "flow");
    EXPECT_EQ(shown["messages"][2]["from"], "agent");
    EXPECT_EQ(shown["messages"][2]["text"], "hi");
    EXPECT_TRUE(shown["attributes"].is_object());
    driver.control("POST", "/_mock/agents/ann/disconnect");
    EXPECT_EQ(driver.control("GET", "/_mock/agents/ann")["conversations"][0]["state"], "disconnected");
}

}  // namespace
}  // namespace mock
