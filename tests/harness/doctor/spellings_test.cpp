#include "harness/doctor/spellings.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

constexpr std::string_view compact = R"({"b":[1,2],"a":"x,\":y"})";

TEST(Spellings, put_blanks_where_python_does_and_not_into_strings) {
    EXPECT_EQ(with_blanks(compact), R"({"b": [1, 2], "a": "x,\":y"})");
}

TEST(Spellings, indent_and_sort) {
    EXPECT_EQ(indented(R"({"b":1,"a":2})"), "{\n  \"b\": 1,\n  \"a\": 2\n}");
    EXPECT_EQ(sorted(R"({"b":1,"a":2})"), R"({"a":2,"b":1})");
}

TEST(Spellings, are_legal_json_and_only_the_first_survives_being_printed_again) {
    Envelopes envelopes = fake_envelopes();
    const auto bodies = unusual_spellings(envelopes, UnknownMembers::Use);
    EXPECT_EQ(bodies.size(), 9U);
    std::vector<std::string> survivors;
    for (const Body& body : bodies) {
        ASSERT_TRUE(json::parse(body.bytes)) << body.name;
        if (json::dump(json::Ordered::parse(body.bytes)) == body.bytes) survivors.push_back(body.name);
    }
    // JavaScript also loses the digits of large integers, the order of numeric names and the .0 of 1.0.
    EXPECT_EQ(survivors, (std::vector<std::string>{"é, € and an emoji in UTF-8", "1.0 for 1",
                                                   "an integer above 2^53", "members named 2 and 1"}));
}

TEST(Spellings, contain_what_their_names_say) {
    Envelopes envelopes = fake_envelopes();
    const auto bodies = unusual_spellings(envelopes, UnknownMembers::Use);
    EXPECT_TRUE(bodies[3].bytes.contains(R"(caf\u00e9)"));
    EXPECT_TRUE(bodies[4].bytes.contains(R"(either\/or)"));
    EXPECT_TRUE(bodies[5].bytes.contains(R"("direction":"Outbound","direction":"Outbound")"));
    EXPECT_TRUE(bodies[6].bytes.ends_with(R"("number":1.0})"));
}

TEST(Spellings, do_without_unknown_members_if_asked_to) {
    Envelopes envelopes = fake_envelopes();
    for (const Body& body : unusual_spellings(envelopes, UnknownMembers::Avoid)) {
        EXPECT_FALSE(body.bytes.contains("\"number\"")) << body.name;
        EXPECT_FALSE(body.bytes.contains("\"map\"")) << body.name;
    }
}

}  // namespace
}  // namespace doctor
