#include "harness/adapter/chat_translation.h"

#include <gtest/gtest.h>

#include "tests/harness/adapter/adapter_testing.h"

namespace adapter {
namespace {

using Lines = std::vector<ShownLine>;

const http::Request line{"POST",
                         "/chat/token/session-anna/messages",
                         {},
                         R"({"userId":"u","text":"say \"hi\"","messageId":"m1"})"};

TEST(ChatTranslation, turns_a_posted_line_into_the_connectors_request) {
    const auto request = line_request(full().says, line);
    ASSERT_TRUE(request);
    EXPECT_EQ(*request, (http::Request{"PUT", "/c/session-anna", {{"X-Id", "m1"}}, R"({"t":"say \"hi\""})"}));
}

TEST(ChatTranslation, knows_whose_chat_a_request_is_about) {
    EXPECT_EQ(session_of(line), "session-anna");
    EXPECT_EQ(session_of({"GET", "/chat/token/session-anna/events?after=3", {}, ""}), "session-anna");
    EXPECT_EQ(session_of({"POST", "/handover/genesysCloudOM", {}, ""}), std::nullopt);
    EXPECT_FALSE(line_request(full().says, {"POST", "/handover/genesysCloudOM", {}, "{}"}));
}

TEST(ChatTranslation, sends_forged_webhooks_to_the_connectors_own_path) {
    const auto request = to_webhook({"POST", "/handover/genesysCloudOM", {{"X", "y"}}, "b"}, full());
    EXPECT_EQ(request, (http::Request{"POST", "/hook", {{"X", "y"}}, "b"}));
}

TEST(ChatTranslation, reads_what_the_page_lists) {
    const Page page = *full().sees;
    EXPECT_EQ(page_request(page, "a b").target, "/c/a%20b");
    const auto lines = read_page(page, R"({"lines":[{"t":"x","id":7,"by":"bot"},{"t":"y"}]})");
    ASSERT_TRUE(lines);
    EXPECT_EQ(*lines, (Lines{{"x", "7", "bot"}, {"y", "", "agent"}}));
}

TEST(ChatTranslation, reads_a_plain_list_of_texts) {
    EXPECT_EQ(read_page({.path = "/seen"}, R"(["x","y"])").value(),
              (Lines{{"x", "", "agent"}, {"y", "", "agent"}}));
}

TEST(ChatTranslation, says_what_is_wrong_with_a_page) {
    const Page page = *full().sees;
    EXPECT_EQ(read_page(page, R"({"line":[]})").error(), "/c/${customer} has no list at '/lines'");
    EXPECT_TRUE(read_page(page, "<html>").error().starts_with("/c/${customer} is no JSON: "));
}

TEST(ChatTranslation, numbers_events_by_their_place_so_that_a_second_reading_is_the_same) {
    const Lines lines{{"x", "m1", "agent"}, {"y", "", "bot"}};
    const std::string all = chat_events(lines, 0);
    EXPECT_EQ(all,
              "id: 1\nevent: output\ndata: {\"text\":\"x\",\"source\":\"agent\",\"messageId\":\"m1\"}\n\n"
              "id: 2\nevent: output\ndata: {\"text\":\"y\",\"source\":\"bot\",\"messageId\":\"\"}\n\n");
    EXPECT_TRUE(all.ends_with(chat_events(lines, 1)));
    EXPECT_EQ(chat_events(lines, 2), "");
}

}  // namespace
}  // namespace adapter
