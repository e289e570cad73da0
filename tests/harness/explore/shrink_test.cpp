#include "harness/explore/shrink.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/harness/explore/setting_testing.h"

namespace explore {
namespace {

// Breaks a promise when the story has each of these texts, in this order.
Try needs(std::vector<std::string> texts) {
    return [texts = std::move(texts)](const std::vector<scenario::Step>& steps) {
        Played played;
        played.was_possible.assign(steps.size(), true);
        std::size_t next = 0;
        for (const scenario::Step& step : steps)
            if (next < texts.size() && scenario::print_step(step).contains(texts[next])) ++next;
        if (next == texts.size())
            played.finding = Finding{"some-promise", "it is broken", {}, steps.size() - 1};
        return played;
    };
}

std::vector<scenario::Step> two_hundred_steps() {
    std::vector<scenario::Step> steps;
    for (int i = 0; i < 200; ++i)
        steps.push_back(
            {{}, scenario::CustomerSays{"dora", "dora " + std::to_string(i) + " says this.", {}, {}}});
    return steps;
}

TEST(Shrink, leaves_only_what_it_takes) {
    const auto steps = two_hundred_steps();
    const Try attempt = needs({"dora 17", "dora 130", "dora 131"});
    const Shrunk shrunk = shrink(steps, attempt(steps), attempt);
    EXPECT_EQ(text_of(shrunk.steps),
              "customer(dora): \"dora 17\"\ncustomer(dora): \"dora 130\"\ncustomer(dora): \"dora 131\"\n");
    EXPECT_EQ(shrunk.steps_before, 200U);
    EXPECT_LT(shrunk.tries, 200U);
    EXPECT_EQ(shrunk.finding.promise, "some-promise");
}

TEST(Shrink, does_not_take_another_broken_promise_for_the_same) {
    const auto steps = two_hundred_steps();
    const Try attempt = [](const std::vector<scenario::Step>& candidate) {
        Played played;
        played.was_possible.assign(candidate.size(), true);
        played.finding = Finding{candidate.size() >= 7 ? "first" : "second", "broken", {}, 0};
        return played;
    };
    EXPECT_EQ(shrink(steps, attempt(steps), attempt).steps.size(), 7U);
}

TEST(Shrink, ends_even_if_everything_breaks_it) {
    const auto steps = two_hundred_steps();
    const Try attempt = needs({});
    const Shrunk shrunk = shrink(steps, attempt(steps), attempt);
    EXPECT_EQ(shrunk.steps.size(), 1U);
    EXPECT_LE(shrunk.tries, shrink_tries_max);
}

}  // namespace
}  // namespace explore
