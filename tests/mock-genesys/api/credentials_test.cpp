#include "mock-genesys/api/credentials.h"

#include <gtest/gtest.h>

#include "foundation/crypto/base64.h"

namespace mock {
namespace {

http::Request token_request(std::string body, http::Headers headers = {}) {
    return {"POST", "/oauth/token", std::move(headers), std::move(body)};
}
std::string basic(std::string_view credentials) { return "Basic " + crypto::encode_base64(credentials); }

TEST(Credentials, find_the_token_whatever_the_case_of_the_scheme) {
    for (const std::string scheme : {"Bearer", "bearer", "BEARER"})
        EXPECT_EQ(bearer_token({{"authorization", scheme + " abc"}}), "abc");
    EXPECT_EQ(bearer_token({}), std::nullopt);
    EXPECT_EQ(bearer_token({{"Authorization", "abc"}}), std::nullopt);
    EXPECT_EQ(bearer_token({{"Authorization", "Bearer "}}), std::nullopt);
    EXPECT_EQ(bearer_token({{"Authorization", basic("a:b")}}), std::nullopt);
}

TEST(Credentials, of_a_client_come_by_basic_authorization) {
    const auto request = decode_token_request(
        token_request("grant_type=client_credentials", {{"Authorization", basic("id:se:cret")}}));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->client_id, "id");
    EXPECT_EQ(request->client_secret, "se:cret");
    EXPECT_EQ(request->grant_type, "client_credentials");
}

TEST(Credentials, of_a_client_come_in_the_form_too) {
    const auto request = decode_token_request(
        token_request("grant_type=client_credentials&client_id=id&client_secret=a%26b&scope=anything",
                      {{"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}}));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->client_secret, "a&b");
}

TEST(Credentials, are_refused_when_malformed) {
    const auto code = [](const http::Request& request) {
        return decode_token_request(request).error().error;
    };
    EXPECT_EQ(code(token_request("")), "invalid_request");
    EXPECT_EQ(code(token_request("grant_type=")), "invalid_request");
    EXPECT_EQ(code(token_request("grant_type=%zz")), "invalid_request");
    EXPECT_EQ(code(token_request("grant_type=client_credentials")), "invalid_request");
    EXPECT_EQ(code(token_request("grant_type=x", {{"Authorization", "Basic !!!"}})), "invalid_request");
    EXPECT_EQ(code(token_request("grant_type=x", {{"Authorization", basic("nocolon")}})), "invalid_request");
    EXPECT_EQ(code(token_request("{}", {{"Content-Type", "application/json"}})), "invalid_request");
}

TEST(Credentials, of_an_unknown_client_are_400_but_a_wrong_secret_is_401) {
    EXPECT_EQ(unknown_client().status, 400);
    EXPECT_EQ(wrong_secret().status, 401);
    EXPECT_EQ(unsupported_grant("magic").error, "unsupported_grant_type");
    EXPECT_LT(unsupported_grant(std::string(5000, 'x')).description.size(), 200U);
}

TEST(Credentials, know_the_vendor_s_grants) {
    EXPECT_TRUE(is_grant_of_the_vendor("password"));
    EXPECT_FALSE(is_grant_of_the_vendor("magic"));
}

TEST(Credentials, become_a_token_in_the_vendor_s_key_order) {
    EXPECT_EQ(encode_token("t0k3n", 86400),
              R"({"access_token":"t0k3n","token_type":"bearer","expires_in":86400})");
}

}  // namespace
}  // namespace mock
