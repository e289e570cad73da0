#include "mock-genesys/service/event.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

const Event event{"message.inbound",
                  {{"from", "anna"},
                   {"attempt", std::int64_t{2}},
                   {"text", "secret words \"x\"", Audience::FeedOnly},
                   {"attributes", Attributes{{"b", "1"}, {"a", "2"}}, Audience::FeedOnly}}};

TEST(Event, is_one_json_object_in_the_order_of_its_fields) {
    EXPECT_EQ(encode_event(event),
              R"({"from":"anna","attempt":2,"text":"secret words \"x\"","attributes":{"a":"2","b":"1"}})");
    EXPECT_EQ(encode_event({"x", {}}), "{}");
}

TEST(Event, leaves_what_people_wrote_out_of_the_trace) {
    const host::Trace trace = trace_of(event);
    EXPECT_EQ(trace.event, "message.inbound");
    EXPECT_EQ(trace.fields,
              (std::vector<std::pair<std::string, std::string>>{{"from", "anna"}, {"attempt", "2"}}));
}

}  // namespace
}  // namespace mock
