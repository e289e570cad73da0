#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

std::string request_for(Administrator& admin, const std::string& more = {}) {
    const std::string role = admin.id_of("authorization/roles", "Handover bridge");
    return R"({"name":"new","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":[")" + role + "\"]" + more +
           "}";
}

http::Response token_of(Administrator& admin, const std::string& id, const std::string& secret) {
    return admin.driver.request("POST", "/oauth/token",
                                "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
}

TEST(OAuthClientOperations, show_the_secret_once_and_it_works) {
    Administrator admin;
    const auto created = admin.call("POST", "oauth/clients", request_for(admin));
    ASSERT_EQ(created.status, 200);
    const std::string id = created.body["id"];
    const std::string secret = created.body["secret"];
    EXPECT_EQ(token_of(admin, id, secret).status, 200);
    EXPECT_FALSE(admin.get("oauth/clients/" + id).body.contains("secret"));
    const std::string renewed = admin.call("POST", "oauth/clients/" + id + "/secret").body["secret"];
    EXPECT_EQ(token_of(admin, id, secret).status, 401);
    EXPECT_EQ(token_of(admin, id, renewed).status, 200);
}

TEST(OAuthClientOperations, delete_only_what_has_been_made_inactive) {
    Administrator admin;
    const auto created = admin.call("POST", "oauth/clients", request_for(admin));
    const std::string path = "oauth/clients/" + created.body["id"].get<std::string>();
    EXPECT_EQ(admin.call("DELETE", path).code(), "cannot.delete.client");
    EXPECT_EQ(admin.call("PUT", path, request_for(admin, R"(,"state":"inactive")")).body["state"],
              "inactive");
    EXPECT_EQ(token_of(admin, created.body["id"], created.body["secret"]).status, 400);
    EXPECT_EQ(admin.call("DELETE", path).status, 204);
    EXPECT_EQ(admin.get(path).code(), "client.not.found");
}

TEST(OAuthClientOperations, refuse_what_the_vendor_refuses) {
    Administrator admin;
    const std::string role = admin.id_of("authorization/roles", "Handover bridge");
    const auto code = [&](const std::string& body) {
        return admin.call("POST", "oauth/clients", body).code();
    };
    EXPECT_EQ(code(R"({"name":"x","roleIds":[")" + role + "\"]}"), "grant.type.required");
    EXPECT_EQ(code(R"({"name":"x","authorizedGrantType":"MAGIC","roleIds":[")" + role + "\"]}"),
              "bad.grant.type");
    EXPECT_EQ(code(R"({"name":"x","authorizedGrantType":"CODE","roleIds":[")" + role + "\"]}"),
              "mock.not.simulated");
    EXPECT_EQ(code(R"({"name":"x","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":["none"]})"),
              "bad.client.role");
    EXPECT_EQ(code(R"({"name":"x","authorizedGrantType":"CLIENT-CREDENTIALS"})"), "missing.client.roles");
    EXPECT_EQ(code(request_for(admin, R"(,"accessTokenValiditySeconds":1)")), "constraint.validation");
    EXPECT_EQ(code(request_for(admin, R"(,"state":"inactive")")), "bad.client.state");
    EXPECT_EQ(admin.get("oauth/clients").body["total"], 1);
}

}  // namespace
}  // namespace mock
