#include "mock-genesys/organisation/read_users.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

using namespace std::chrono_literals;

class ReadUsersTest : public ::testing::Test {
  protected:
    User read(std::string_view text) {
        return read_user(document::parse(text).value(), {users_, codes_, roles_}, problems_);
    }
    NamedNodes users_{"user"};
    NamedNodes codes_{"wrap-up code"};
    NamedNodes roles_{"role"};
    document::Problems problems_;
};

TEST_F(ReadUsersTest, shows_the_name_where_no_display_name_is_given) {
    EXPECT_EQ(read("{ name: ann }").display_name, "ann");
    EXPECT_EQ(read("{ name: ben, displayName: Ben Agent }").display_name, "Ben Agent");
    EXPECT_TRUE(problems_.empty());
}

TEST_F(ReadUsersTest, reads_a_persona_with_its_defaults) {
    const User user = read("{ name: ann, persona: {} }");
    ASSERT_TRUE(user.persona);
    EXPECT_TRUE(user.persona->on_queue);
    EXPECT_FALSE(user.persona->accept_after);
    EXPECT_FALSE(user.persona->disconnect_after);
    EXPECT_FALSE(user.persona->wrap_up);
}

TEST_F(ReadUsersTest, reads_replies_in_order) {
    const User user =
        read("{ name: ann, persona: { replies: [ { contains: a, text: b, after: 3s }, { text: c } ] } }");
    ASSERT_EQ(user.persona->replies.size(), 2U);
    EXPECT_EQ(user.persona->replies[0].after, 3s);
    EXPECT_EQ(user.persona->replies[1].contains, "");
}

TEST_F(ReadUsersTest, refuses_durations_without_a_unit_and_replies_without_a_text) {
    read("{ name: ann, persona: { acceptAfter: 5 } }");
    EXPECT_EQ(problems_.size(), 1U);
    read("{ name: ben, persona: { replies: [ { contains: a } ] } }");
    EXPECT_EQ(problems_.size(), 2U);
}

TEST_F(ReadUsersTest, reads_the_roles_of_a_user) {
    EXPECT_EQ(read("{ name: ann, roles: [Supervisor] }").roles, std::vector<std::string>{"Supervisor"});
    EXPECT_TRUE(read("{ name: ben }").roles.empty());
}

}  // namespace
}  // namespace mock
