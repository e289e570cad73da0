#include "harness/adapter/playable.h"

#include <gtest/gtest.h>

#include "tests/harness/adapter/adapter_testing.h"

namespace adapter {
namespace {

std::string why(const std::string& steps, const Adapter& adapter = full()) {
    const auto scenario = scenario::parse("version: 1\ntitle: t\nwhy: w\ntags: [x]\nsteps:\n" + steps);
    EXPECT_TRUE(scenario);
    return scenario ? why_not(*scenario, adapter).value_or("") : "";
}

TEST(Playable, is_what_goes_over_the_two_channels_that_every_connector_has) {
    EXPECT_EQ(why("  - customer: hi\n  - agent(ann).accepts\n  - agent(ann): hello\n"
                  "  - expect: { customer.sees: hello }\n  - expect: { agent(ann).sees: hi }\n"),
              "");
}

TEST(Playable, is_not_what_the_adapter_file_excludes_by_step_or_by_tag) {
    EXPECT_EQ(why("  - customer: hi\n  - customer.repeats\n"), "customer.repeats in line 7: it has no ids");
    Adapter adapter = full();
    adapter.cannot = {{"", "x", "of a reason"}};
    EXPECT_EQ(why("  - customer: hi\n", adapter), "tag x: of a reason");
}

TEST(Playable, is_not_what_only_our_bridge_tells) {
    EXPECT_TRUE(why("  - customer: hi\n  - expect: { customer.status: queue }\n")
                    .starts_with("customer.status in line 7: "));
    EXPECT_TRUE(why("  - customer: hi\n  - expect: { bot.resumes: completed }\n")
                    .starts_with("bot.resumes in line 7: "));
    EXPECT_TRUE(why("  - customer: hi\n  - customer.reloads\n").starts_with("customer.reloads in line 7: "));
}

TEST(Playable, needs_a_page_to_see_what_the_customer_sees) {
    Adapter adapter = full();
    adapter.sees.reset();
    EXPECT_TRUE(why("  - customer: hi\n  - never: { customer.sees: x, for: 1s }\n", adapter)
                    .ends_with("does not say what the customer sees"));
}

TEST(Playable, is_a_crash_only_for_who_survives_it) {
    const std::string steps = "  - bridge.crashes\n  - bridge.restarts\n";
    EXPECT_EQ(why(steps), "");
    Adapter adapter = full();
    adapter.survives_crash = false;
    EXPECT_TRUE(why(steps, adapter).starts_with("bridge.crashes in line 6: "));
}

}  // namespace
}  // namespace adapter
