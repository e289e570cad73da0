#include "mock-genesys/organisation/named_nodes.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(NamedNodes, let_a_reference_stand_before_its_definition) {
    document::Problems problems;
    NamedNodes queues("queue");
    queues.refer_at(document::parse("queue: Support").value(), "queue");
    queues.define("Support", {9, 1}, problems);
    queues.check_references(problems);
    EXPECT_TRUE(problems.empty());
}

TEST(NamedNodes, say_where_the_first_of_two_equal_names_stands) {
    document::Problems problems;
    NamedNodes queues("queue");
    queues.define("Support", {3, 5}, problems);
    queues.define("Support", {7, 5}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].at, (document::Position{7, 5}));
    EXPECT_TRUE(problems[0].hint.contains("line 3"));
}

TEST(NamedNodes, say_so_when_there_is_nothing_to_refer_to) {
    document::Problems problems;
    NamedNodes queues("queue");
    const document::Node node = document::parse("members: [ann]").value();
    document::Fields fields(node, problems);
    EXPECT_EQ(queues.read_references(fields, "members", problems), std::vector<std::string>{"ann"});
    queues.check_references(problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].hint, "the file defines no queue");
    EXPECT_EQ(problems[0].at, (document::Position{1, 11}));
}

TEST(NamedNodes, ignore_a_key_that_is_absent) {
    document::Problems problems;
    NamedNodes queues("queue");
    queues.refer_at(document::parse("other: x").value(), "queue");
    queues.check_references(problems);
    EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace mock
