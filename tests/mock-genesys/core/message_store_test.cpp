#include "mock-genesys/core/message_store.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

const IntegrationId chatbot{"chatbot"};

Message inbound(const std::string& from, std::optional<std::string> provider_id) {
    Message message;
    message.integration = chatbot;
    message.customer.id = from;
    message.provider_message_id = std::move(provider_id);
    return message;
}

InboundMessage again(const std::string& from, std::optional<std::string> provider_id) {
    InboundMessage message;
    message.from.id = from;
    message.provider_message_id = std::move(provider_id);
    return message;
}

TEST(MessageStore, gives_ids_of_32_hex_digits) {
    MessageStore store(1);
    const MessageId id = store.add(inbound("anna", "e1")).id;
    EXPECT_EQ(id.text().size(), 32U);
    EXPECT_EQ(id.text().find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(store.find(id)->customer.id, "anna");
    EXPECT_EQ(store.find(MessageId("other")), nullptr);
}

TEST(MessageStore, recognises_a_repeated_provider_id_of_the_same_customer_and_integration) {
    MessageStore store(1);
    const MessageId first = store.add(inbound("anna", "e1")).id;
    store.add(inbound("anna", "e1"));
    ASSERT_NE(store.find_repeated(chatbot, again("anna", "e1")), nullptr);
    EXPECT_EQ(store.find_repeated(chatbot, again("anna", "e1"))->id, first);
    EXPECT_EQ(store.find_repeated(chatbot, again("bert", "e1")), nullptr);
    EXPECT_EQ(store.find_repeated(chatbot, again("anna", "e2")), nullptr);
    EXPECT_EQ(store.find_repeated(chatbot, again("anna", std::nullopt)), nullptr);
    EXPECT_EQ(store.find_repeated(IntegrationId("other"), again("anna", "e1")), nullptr);
}

TEST(MessageStore, forgets_the_oldest_message_and_its_provider_id) {
    MessageStore store(1);
    const MessageId oldest = store.add(inbound("anna", "e1")).id;
    for (std::size_t i = 0; i < messages_max; ++i) store.add(inbound("bert", std::nullopt));
    EXPECT_EQ(store.find(oldest), nullptr);
    EXPECT_EQ(store.find_repeated(chatbot, again("anna", "e1")), nullptr);
}

}  // namespace
}  // namespace mock
