#include "mock-genesys/organisation/read_response.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

struct Reading {
    SendResponse response;
    document::Problems problems;
};
Reading read(std::string_view text) {
    Reading reading;
    reading.response = read_response(document::parse(text).value(), reading.problems);
    return reading;
}

TEST(ReadResponse, is_a_text_or_more) {
    EXPECT_EQ(read("Hello").response.text, "Hello");
    const Reading rich = read(
        "{ text: \"Well?\", quickReplies: [Yes, { text: No, payload: n }], card: { title: C, actions: [{ "
        "text: "
        "Go, url: "
        "\"https://example.org\" }] }, carousel: [{ title: A }, { title: B }], datePicker: { title: When, "
        "availableTimes: [{ dateTime: \"2026-03-04T05:06:00Z\", minutes: 45 }] } }");
    ASSERT_TRUE(rich.problems.empty()) << rich.problems[0].what;
    ASSERT_EQ(rich.response.structured.size(), 5U);
    EXPECT_EQ(std::get<QuickReply>(rich.response.structured[0]).payload, "Yes");
    EXPECT_EQ(std::get<QuickReply>(rich.response.structured[1]).payload, "n");
    EXPECT_EQ(std::get<Card>(rich.response.structured[2]).actions[0].kind, CardAction::Kind::Link);
    EXPECT_EQ(std::get<Carousel>(rich.response.structured[3]).cards.size(), 2U);
    EXPECT_EQ(std::get<DatePicker>(rich.response.structured[4]).available_times[0].duration,
              std::chrono::minutes(45));
}

TEST(ReadResponse, reads_an_attachment) {
    const Reading reading = read("{ attachment: { url: \"https://example.org/a.png\", mime: image/png } }");
    ASSERT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.response.content.at(0).media_type, MediaType::Image);
}

TEST(ReadResponse, refuses_what_nobody_could_send) {
    EXPECT_EQ(read("{}").problems.size(), 1U);
    EXPECT_EQ(read("{ card: { title: C, actions: [{ text: Go }] } }").problems.size(), 1U);
    EXPECT_EQ(read("{ datePicker: { availableTimes: [{ dateTime: soon }] } }").problems.size(), 1U);
    EXPECT_EQ(read("{ quickReplies: [a,b,c,d,e,f,g,h,i,j,k,l,m,n] }").problems.size(), 1U);
    EXPECT_EQ(read("{ txt: a }").problems.size(), 2U);
}

}  // namespace
}  // namespace mock
