#include <gtest/gtest.h>

#include "mock-genesys/api/signature.h"
#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

constexpr std::string_view open = "conversations/messaging/integrations/open";
constexpr const char* demo =
    R"({"name":"Demo","outboundNotificationWebhookUrl":"http://127.0.0.1:9/x",)"
    R"("outboundNotificationWebhookSignatureSecretToken":"0123456789abcdef","webhookHeaders":{"x-env":"test"}})";

std::string path_of(const json::Value& integration) {
    return std::string(open) + "/" + integration["id"].get<std::string>();
}

TEST(IntegrationOperations, create_read_change_and_delete) {
    Administrator admin;
    const auto created = admin.call("POST", open, demo);
    ASSERT_EQ(created.status, 200);
    EXPECT_EQ(created.body["createStatus"], "Completed");
    EXPECT_EQ(created.body["webhookHeaders"]["x-env"], "test");
    const std::string path = path_of(created.body);
    const auto changed = admin.call("PATCH", path, R"({"name":"Other"})");
    EXPECT_EQ(changed.body["outboundNotificationWebhookUrl"], "http://127.0.0.1:9/x");
    EXPECT_EQ(admin.get(path).body["name"], "Other");
    EXPECT_EQ(admin.get(open).body["total"], 2);
    EXPECT_EQ(admin.call("DELETE", path).status, 204);
    EXPECT_EQ(admin.get(path).status, 404);
}

TEST(IntegrationOperations, validate_as_the_vendor_does) {
    Administrator admin;
    const auto code = [&](const std::string& body) { return admin.call("POST", open, body).code(); };
    EXPECT_EQ(code("{}"), "missing.required.field.value");
    EXPECT_EQ(code(R"({"name":"D","outboundNotificationWebhookUrl":"nowhere",)"
                   R"("outboundNotificationWebhookSignatureSecretToken":"0123456789abcdef"})"),
              "invalid.outbound.webhook.url");
    EXPECT_EQ(code(R"({"name":"D","outboundNotificationWebhookUrl":"http://127.0.0.1:9/x",)"
                   R"("outboundNotificationWebhookSignatureSecretToken":"0123456789abcde"})"),
              "notification.webhook.signature.secret.token.longer.than.15.characters");
    std::string headers;
    for (int i = 0; i <= 20; ++i) headers += (i == 0 ? "\"h" : ",\"h") + std::to_string(i) + "\":\"v\"";
    std::string many = demo;
    many.replace(many.find(R"("x-env":"test")"), 14, headers);
    EXPECT_EQ(code(many), "too.many.webhook.headers");
    std::string twice = demo;
    admin.call("POST", open, twice);
    EXPECT_EQ(code(twice), "invalid.integration");
    EXPECT_EQ(admin.get(open).body["total"], 2);
}

TEST(IntegrationOperations, are_not_deleted_while_a_flow_is_bound_or_conversations_are_remembered) {
    Administrator admin;
    const std::string id = admin.id_of(open, "chatbot");
    const std::string path = std::string(open) + "/" + id;
    EXPECT_EQ(admin.call("DELETE", path).code(), "recipient.has.flow");
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const std::string recipient = admin.get(path).body["recipient"]["id"];
    EXPECT_EQ(admin.call("PUT", "routing/message/recipients/" + recipient, "{}").status, 200);
    EXPECT_EQ(admin.call("DELETE", path).status, 409);
}

TEST(IntegrationOperations, rotate_the_secret_and_send_their_headers_with_the_next_webhook) {
    Administrator admin;
    const std::string path = std::string(open) + "/" + admin.id_of(open, "chatbot");
    admin.call(
        "PATCH", path,
        R"({"name":"renamed","outboundNotificationWebhookSignatureSecretToken":"another-secret-of-16",)"
        R"("webhookHeaders":{"x-env":"test"}})");
    admin.driver.api("POST", inbound_target, inbound_body("hello", "e1"));
    const auto webhook = admin.driver.take_call();  // the flow is still bound to it under the new name
    ASSERT_TRUE(webhook);
    EXPECT_EQ(webhook->request.headers.get("x-env"), "test");
    EXPECT_EQ(webhook->request.headers.get("X-Hub-Signature-256"),
              sign("another-secret-of-16", webhook->request.body));
}

}  // namespace
}  // namespace mock
