#include "mock-genesys/api/conversation_view.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"

namespace mock {
namespace {

using namespace std::chrono_literals;

Communication communication(const std::string& id, base::UtcTime started) {
    Communication result;
    result.id = CommunicationId(id);
    result.started = started;
    return result;
}

struct Scene {
    Organisation organisation;
    Conversation conversation;
    Message message;
};

Scene scene() {
    Scene scene;
    scene.organisation.users.push_back({UserId("u1"), "ann", "Ann Agent", {}});
    scene.organisation.queues.push_back({QueueId("q1"), "Support", "Home", {}});
    scene.message.id = MessageId("m1");
    scene.message.conversation = ConversationId("c1");
    Conversation& conversation = scene.conversation;
    conversation.id = ConversationId("c1");
    conversation.integration = IntegrationId("i1");
    conversation.customer.id = "anna@example.org";
    Participant customer;
    customer.id = ParticipantId("p1");
    customer.attributes = {{"region", "Europe"}};
    customer.communications = {communication("k1", base::UtcTime(1s)),
                               communication("k3", base::UtcTime(9s))};
    customer.communications[0].messages = {MessageId("m1"), MessageId("forgotten")};
    Participant agent;
    agent.id = ParticipantId("p2");
    agent.purpose = Purpose::Agent;
    agent.agent = "ann";
    agent.queue = "Support";
    agent.communications = {communication("k2", base::UtcTime(2s))};
    agent.communications[0].state = CommunicationState::Disconnected;
    agent.communications[0].disconnect_type = DisconnectType::Client;
    agent.communications[0].disconnected = base::UtcTime(5s);
    agent.communications[0].peer = CommunicationId("k1");
    conversation.participants = {customer, agent};
    return scene;
}

json::Value view(const Scene& scene) {
    const auto find = [&](const MessageId& id) { return id == scene.message.id ? &scene.message : nullptr; };
    return *json::parse(encode_conversation(scene.conversation, scene.organisation, find));
}

TEST(ConversationView, shows_one_participant_per_communication_in_the_order_they_joined) {
    const auto participants = view(scene())["participants"];
    ASSERT_EQ(participants.size(), 3U);
    EXPECT_EQ(participants[0]["purpose"], "customer");
    EXPECT_EQ(participants[1]["purpose"], "agent");
    EXPECT_EQ(participants[2]["purpose"], "customer");
    EXPECT_EQ(participants[0]["id"], participants[2]["id"]);
}

TEST(ConversationView, tells_how_the_agent_left) {
    const auto agent = view(scene())["participants"][1];
    EXPECT_EQ(agent["state"], "disconnected");
    EXPECT_EQ(agent["disconnectType"], "client");
    EXPECT_EQ(agent["endTime"], "1970-01-01T00:00:05.000Z");
    EXPECT_EQ(agent["user"]["id"], "u1");
    EXPECT_EQ(agent["queue"]["id"], "q1");
    EXPECT_EQ(agent["peer"], "k1");
}

TEST(ConversationView, omits_what_is_null) {
    const auto customer = view(scene())["participants"][0];
    for (const char* const key : {"endTime", "disconnectType", "user", "queue", "wrapup", "peer"})
        EXPECT_FALSE(customer.contains(key)) << key;
}

TEST(ConversationView, lists_messages_without_their_text_and_without_forgotten_ones) {
    const auto customer = view(scene())["participants"][0];
    ASSERT_EQ(customer["messages"].size(), 1U);
    EXPECT_EQ(customer["messages"][0]["messageId"], "m1");
    EXPECT_EQ(customer["messages"][0]["messageStatus"], "received");
    EXPECT_EQ(customer["messages"][0]["messageURI"], "/api/v2/conversations/messages/c1/messages/m1");
    EXPECT_EQ(customer["attributes"]["region"], "Europe");
}

}  // namespace
}  // namespace mock
