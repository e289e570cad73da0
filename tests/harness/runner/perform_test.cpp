#include "tests/harness/runner/playing_testing.h"

namespace runner {
namespace {

using namespace std::chrono_literals;

TEST(Perform, after_lets_exactly_that_time_pass) {
    FakeWorld world;
    EXPECT_EQ(play(world, "  - after: 4s\n").took, 4s);
}

TEST(Perform, an_expectation_is_met_by_what_comes_within_its_time) {
    FakeWorld world;
    world.push_at(5s, "/chat/", output_event(1, "a"));
    EXPECT_EQ(failures_of(play(world, "  - customer: x\n  - expect: { customer.sees: a, within: 6s }\n")),
              "");
}

TEST(Perform, an_expectation_that_is_not_met_says_what_came_instead) {
    FakeWorld world;
    world.push_at(5s, "/chat/", output_event(1, "b"));
    EXPECT_EQ(failures_of(play(world, "  - customer: x\n  - expect: { customer.sees: a, within: 6s }\n")),
              "6 wanted \"a\", got \"b\" within 6.000s\n");
}

TEST(Perform, exactly_counts_the_events_of_the_whole_run) {
    const std::string counted =
        "  - customer: x\n  - expect: { customer.sees: a }\n  - expect: { customer.sees: a, exactly: 2, for: "
        "9s }\n";
    FakeWorld twice;
    twice.push_at(1s, "/chat/", output_event(1, "a"));
    twice.push_at(5s, "/chat/", output_event(2, "a"));
    EXPECT_EQ(failures_of(play(twice, counted)), "");
    FakeWorld once;
    once.push_at(1s, "/chat/", output_event(1, "a"));
    EXPECT_EQ(failures_of(play(once, counted)), "7 wanted exactly 2, got 1 (counted after 9.000s)\n");
}

TEST(Perform, exactly_none_is_what_has_not_come_when_nothing_is_under_way) {
    FakeWorld world;
    const auto result =
        play(world, "  - customer: x\n  - check: { customer.sees: a, exactly: 0, until: idle }\n");
    EXPECT_EQ(failures_of(result), "");
    EXPECT_EQ(result.notes, std::vector<std::string>{"line 6: no event pending within 120s"});
}

TEST(Perform, a_strict_expectation_refuses_fields_it_does_not_name) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(1, "a"));
    const std::string failure = failures_of(
        play(world, "  - customer: x\n  - expect: { customer.sees: a, strict: true, within: 2s }\n"));
    EXPECT_NE(failure.find("wanted no fields but those named, got "), std::string::npos) << failure;
}

TEST(Perform, never_looks_back_over_the_whole_run) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(1, "Connected") + output_event(2, "Hi"));
    EXPECT_EQ(failures_of(play(world,
                               "  - customer: x\n  - expect: { customer.sees: Hi }\n"
                               "  - never: { customer.sees: Connected, for: 1s }\n")),
              "7 wanted no such event, got one\n");
}

TEST(Perform, never_allows_what_an_expectation_took_and_says_how_it_was_decided) {
    FakeWorld world;
    world.push_at(1s, "/chat/", output_event(1, "Hi"));
    const auto result = play(world,
                             "  - customer: x\n  - expect: { customer.sees: Hi }\n"
                             "  - never: { customer.sees: Hi, until: idle }\n");
    EXPECT_EQ(failures_of(result), "");
    EXPECT_EQ(result.notes, (std::vector<std::string>{"line 7: no event pending within 120s"}));
}

TEST(Perform, never_fails_on_what_comes_while_it_waits) {
    FakeWorld world;
    world.push_at(20s, "/chat/", output_event(1, "Hi"));
    EXPECT_EQ(failures_of(play(world, "  - customer: x\n  - never: { customer.sees: Hi, until: idle }\n")),
              "6 wanted no such event, got one\n");
}

}  // namespace
}  // namespace runner
