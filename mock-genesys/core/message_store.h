// Every message by its vendor id, and the memory of which provider ids have come before. Bounded: the oldest
// message is forgotten first, with its provider id.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>

#include "foundation/base/lookup.h"
#include "foundation/base/random.h"
#include "mock-genesys/core/message.h"

namespace mock {

inline constexpr std::size_t messages_max = 200'000;

class MessageStore {
  public:
    explicit MessageStore(std::uint64_t seed);
    MessageStore(const MessageStore&) = delete;
    MessageStore& operator=(const MessageStore&) = delete;
    ~MessageStore() = default;

    // 32 hex digits without dashes, as in live traffic.
    MessageId new_id() { return MessageId(random_.hex32()); }
    // Gives it an id (32 hex digits without dashes, as in live traffic). The reference lives until
    // messages_max more were added. Its id, customer, integration and provider id never change.
    Message& add(Message message);
    const Message* find(const MessageId& id) const;
    Message* find(const MessageId& id);
    // The inbound message of this integration and customer with this channel.messageId that came first.
    const Message* find_repeated(const IntegrationId& integration, const InboundMessage& inbound) const;

  private:
    // channel.messageId, from.id and the integration: views into a stored message.
    using ProviderKey = std::array<std::string_view, 3>;

    void forget_oldest();

    base::Random random_;
    std::deque<Message> messages_;  // oldest first; one stays where it is until it is forgotten
    base::Lookup<std::string_view, Message*> by_id_;
    base::Lookup<ProviderKey, const Message*> by_provider_id_;
};

}  // namespace mock
