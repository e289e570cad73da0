#include "harness/runner/event_stream.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

const std::string stream =
    ": a comment\nid: 1\nevent: output\ndata: {\"a\":1}\n\nid:2\r\ndata:one\r\ndata: two\r\n\r\ndata: "
    "three\r\rretry: 5\n\n";
const std::vector<ServerEvent> events{{"1", "output", "{\"a\":1}"}, {"2", "", "one\ntwo"}, {"", "", "three"}};

TEST(EventStream, reads_events_with_every_kind_of_line_end) { EXPECT_EQ(EventStream{}.push(stream), events); }

TEST(EventStream, reads_the_same_when_split_at_every_byte) {
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        EventStream reader;
        auto got = reader.push(std::string_view(stream).substr(0, cut));
        for (auto& event : reader.push(std::string_view(stream).substr(cut))) got.push_back(event);
        EXPECT_EQ(got, events) << cut;
    }
}

TEST(EventStream, reads_the_same_byte_by_byte) {
    EventStream reader;
    std::vector<ServerEvent> got;
    for (const char c : stream)
        for (auto& event : reader.push({&c, 1})) got.push_back(event);
    EXPECT_EQ(got, events);
}

TEST(EventStream, an_event_that_is_not_finished_is_no_event) {
    EXPECT_TRUE(EventStream{}.push("id: 1\ndata: x\n").empty());
}

}  // namespace
}  // namespace runner
