#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/harness/scenario/reading_testing.h"

namespace scenario {
namespace {

// One step of every kind, with every option.
constexpr const char* every_step = R"(  - customer: "Hello \"you\" ümlaut \\ \t tab"
  - customer(ben).says: { text: "x", firstName: "B", lastName: "C" }
  - customer(ben).repeats
  - customer.reconnects
  - customer.reloads
  - customer(ben).leaves
  - customer.returns
  - agent(ann).on-queue
  - agent(ann).off-queue
  - agent(ann).accepts
  - agent(ann).accepts: { conversation: "c", within: 1500ms }
  - agent(ann): "Hi"
  - agent(ann).says: { text: "Hi", capture: m, conversation: "c" }
  - agent(ann).disconnects
  - agent(ann).disconnects: { conversation: "c" }
  - agent(ann).wraps-up: "Resolved"
  - agent(ann).wraps-up: { code: "Resolved", conversation: "c" }
  - after: 4s
  - fault: { webhook: { first: 2, answer: 503 } }
  - fault: { webhook: { lose: request } }
  - fault: { operation: "POST /x", delay: 12s }
  - genesys.clears-faults
  - genesys.expires-tokens
  - bridge.crashes
  - bridge.restarts
  - webhook.forged: { text: "x", signature: reserialised, conversation: "${m}", status: 403 }
  - expect: { customer.sees: "Hello" }
  - expect: { customer.sees: ~, within: 2m }
  - expect: { customer(ben).sees: { text: { contains: "x" }, source: agent, message: { not: "${m}" } } }
  - check: { genesys.webhook: { attempts: { gte: 2 }, status: { lte: 299 }, failure: { absent: true } } }
  - expect: { genesys.message: { text: { regex: "a\\d" }, message: { any: hex32 }, attributes: { region: "Europe", "a b": x } } }
  - expect: { bot.resumes: completed, strict: true }
  - check: { customer.sees: "Hello", exactly: 2, until: idle }
  - expect: { customer.sees: { source: agent }, strict: true, exactly: 0, for: 3s }
  - expect: { agent(ann).sees: { message: { capture: n } } }
  - never: { customer.status: error, until: idle }
  - never: { customer.sees: { not: "x" }, for: 30s }
)";

TEST(Print, what_is_printed_reads_as_the_same_scenario) {
    const auto first = parse(file_with_steps(every_step));
    ASSERT_TRUE(first) << problems_of(file_with_steps(every_step));
    const std::string printed = print(*first);
    const auto second = parse(printed);
    ASSERT_TRUE(second) << printed << problems_of(printed);
    EXPECT_EQ(*first, *second) << printed;
    EXPECT_EQ(print(*second), printed);
}

TEST(Print, every_shipped_scenario_survives_the_way_there_and_back) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(HANDOVER_SOURCE_DIR) / "scenarios")) {
        if (entry.path().extension() != ".yaml") continue;
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        if (entry.path().string().ends_with(".part.yaml")) continue;
        const auto cases = parse_cases(text, [&](const std::string& part) {
            std::ifstream beside(entry.path().parent_path() / part);
            return std::expected<std::string, std::string>{
                std::string{std::istreambuf_iterator<char>(beside), std::istreambuf_iterator<char>()}};
        });
        ASSERT_TRUE(cases) << entry.path() << problems_of(text);
        for (const auto& [name, scenario] : *cases)
            EXPECT_EQ(parse(print(scenario)), scenario) << entry.path() << name;
        ++count;
    }
    EXPECT_GE(count, 6U);
}

TEST(Print, writes_the_keys_of_the_file_only_when_they_say_something) {
    Scenario scenario;
    scenario.title = "T";
    scenario.why = "W";
    scenario.steps = {{{}, TimePasses{std::chrono::milliseconds{1500}}}};
    EXPECT_EQ(print(scenario), "version: 1\ntitle: \"T\"\nwhy: \"W\"\nsteps:\n  - after: 1500ms\n");
    scenario.worlds = {WorldKind::Live};
    scenario.because = "B";
    scenario.seed = 7;
    EXPECT_EQ(print(scenario),
              "version: 1\ntitle: \"T\"\nwhy: \"W\"\nworlds: [live]\nbecause: \"B\"\nseed: 7\nsteps:\n  - "
              "after: 1500ms\n");
}

}  // namespace
}  // namespace scenario
