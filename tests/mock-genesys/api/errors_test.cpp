#include "mock-genesys/api/errors.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

const std::string context_id = "9f0a7e0e-58a4-4a08-9c65-1a4f3df6a1b2";

TEST(Errors, have_the_captured_shape_byte_for_byte) {
    const auto missing = missing_permissions(Requirement::Kind::All, {"conversation:message:receive"});
    EXPECT_EQ(error_response(missing, context_id).body, wire_fixture("error_missing_permissions.json"));
    const auto value = invalid_value("Private", "OpenSocialMediaChannelType", "Public");
    EXPECT_EQ(error_response(value, context_id).body, wire_fixture("error_invalid_value.json"));
}

TEST(Errors, carry_the_context_id_in_body_and_header) {
    const http::Response response = error_response(not_found(), context_id);
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.headers.get("ININ-Correlation-Id"), context_id);
    EXPECT_TRUE(response.body.contains("\"contextId\":\"" + context_id + "\""));
}

TEST(Errors, name_any_of_several_permissions) {
    const auto error = missing_permissions(Requirement::Kind::Any, {"a:b:c", "d:e:f"});
    EXPECT_EQ(error.code, "missing.any.permissions");
    EXPECT_TRUE(error.message.ends_with("assigned: a:b:c, d:e:f"));
}

TEST(Errors, tell_an_expired_token_as_the_switch_says) {
    EXPECT_EQ(expired_credentials(ExpiredTokenCode::BadCredentials).code, "bad.credentials");
    EXPECT_EQ(expired_credentials(ExpiredTokenCode::CredentialsExpired).code, "credentials.expired");
}

TEST(Errors, say_honestly_what_is_not_simulated) {
    const ApiError error = not_simulated("GET", "/api/v2/analytics");
    EXPECT_EQ(error.status, 501);
    EXPECT_EQ(error.code, "mock.not.simulated");
    EXPECT_TRUE(error.message.contains("GET /api/v2/analytics"));
}

TEST(Errors, of_the_login_host_have_three_keys) {
    const http::Response response =
        oauth_error_response({401, "invalid_client", "authentication failed"}, context_id);
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(response.body, wire_fixture("oauth_error.json"));
}

TEST(Errors, survive_bytes_that_are_no_text) {
    EXPECT_TRUE(
        error_response(not_simulated("GET", "/api/v2/\xff"), context_id).body.contains("\xEF\xBF\xBD"));
}

}  // namespace
}  // namespace mock
