#include "harness/scenario/references.h"

#include <gtest/gtest.h>

#include "tests/harness/scenario/reading_testing.h"

namespace scenario {
namespace {

TEST(References, finds_the_names_of_captures_in_a_text) {
    EXPECT_EQ(captures_in("a ${one} b ${two}"), (std::vector<std::string>{"one", "two"}));
    EXPECT_TRUE(captures_in("no $ { } ${open").empty());
}

TEST(References, a_capture_must_be_made_above_its_use) {
    EXPECT_EQ(problems_of(
                  file_with_steps("  - customer: \"${m}\"\n  - agent(ann).says: { text: x, capture: m }\n")),
              "5:5 nothing above captures '${m}'\n");
    EXPECT_EQ(problems_of(
                  file_with_steps("  - agent(ann).says: { text: x, capture: m }\n  - customer: \"${m}\"\n")),
              "");
}

TEST(References, an_expectation_captures_too) {
    EXPECT_EQ(
        problems_of(file_with_steps("  - expect: { genesys.message: { conversation: { capture: c } } }\n"
                                    "  - agent(ann).accepts: { conversation: \"${c}\" }\n")),
        "");
}

TEST(References, a_customer_who_never_spoke_cannot_be_looked_at) {
    EXPECT_EQ(problems_of(file_with_steps("  - customer.reloads\n")),
              "5:5 the customer has said nothing above\n");
    EXPECT_EQ(problems_of(file_with_steps("  - expect: { bot(ben).resumes: completed }\n")),
              "5:5 the customer 'ben' has said nothing above\n");
}

}  // namespace
}  // namespace scenario
