#include "harness/invariants/line_matching.h"

#include <gtest/gtest.h>

namespace invariants {
namespace {

using As = LineMatching::Arrival::As;

LineMatching written(std::initializer_list<std::string> texts) {
    LineMatching matching;
    std::size_t number = 0;
    for (const std::string& text : texts) {
        ++number;
        matching.written({"carla", "carla@", "u", "m" + std::to_string(number), text}, number);
    }
    return matching;
}
As arrive(LineMatching& matching, const std::string& text) {
    return matching.arrived({"c", "g", "p", "carla@", text, {}}, 50).as;
}

TEST(LineMatching, takes_equal_lines_one_after_another) {
    LineMatching matching = written({"hi", "hi"});
    EXPECT_EQ(arrive(matching, "hi"), As::Next);
    EXPECT_EQ(arrive(matching, "hi"), As::Next);
    EXPECT_EQ(arrive(matching, "hi"), As::Repeated);
}

TEST(LineMatching, tells_a_line_that_was_overtaken_from_a_repeated_one) {
    LineMatching matching = written({"one", "two"});
    EXPECT_EQ(arrive(matching, "two"), As::Next);
    EXPECT_EQ(arrive(matching, "one"), As::TooLate);
    EXPECT_EQ(arrive(matching, "one"), As::Repeated);
}

TEST(LineMatching, lines_in_a_longer_message_have_arrived_with_it) {
    LineMatching matching = written({"one", "two", "three"});
    EXPECT_EQ(arrive(matching, "Customer: one\nBot: what?\nCustomer: two"), As::Story);
    EXPECT_EQ(arrive(matching, "two"), As::Repeated);
    EXPECT_EQ(arrive(matching, "three"), As::Next);
}

TEST(LineMatching, does_not_know_messages_of_others) {
    LineMatching matching;
    EXPECT_EQ(arrive(matching, "one"), As::Unknown);
}

}  // namespace
}  // namespace invariants
