#include "harness/scenario/read_fault.h"

#include <gtest/gtest.h>

#include "tests/harness/scenario/reading_testing.h"

namespace scenario {
namespace {

InjectFault fault_of(const std::string& value) {
    document::Problems problems;
    const auto node = document::parse(value);
    InjectFault fault = read_fault(*node, problems);
    EXPECT_TRUE(problems.empty()) << problems.front().what;
    return fault;
}

TEST(ReadFault, reads_each_effect_on_webhooks) {
    EXPECT_EQ(fault_of("{ webhook: { answer: 503 } }"), (InjectFault{std::nullopt, 1, FaultAnswer{503}}));
    EXPECT_EQ(fault_of("{ webhook: { first: 3, lose: response } }"),
              (InjectFault{std::nullopt, 3, FaultLose{Lost::Response}}));
    EXPECT_EQ(fault_of("{ webhook: { delay: 12s } }"),
              (InjectFault{std::nullopt, 1, FaultDelay{std::chrono::seconds{12}}}));
}

TEST(ReadFault, reads_a_fault_of_an_operation) {
    EXPECT_EQ(fault_of("{ operation: \"POST /x\", lose: request }"),
              (InjectFault{"POST /x", 1, FaultLose{Lost::Request}}));
}

TEST(ReadFault, wants_exactly_one_effect) {
    EXPECT_EQ(problems_of(file_with_steps("  - fault: { webhook: { first: 2 } }\n")),
              "5:23 a fault has one effect, and here are 0\n");
}

}  // namespace
}  // namespace scenario
