// Every message by its vendor id, and the memory of which provider ids have come before. Bounded: the oldest
// message is forgotten first, with its provider id.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <tuple>

#include "foundation/base/random.h"
#include "mock-genesys/core/message.h"

namespace mock {

inline constexpr std::size_t messages_max = 200'000;

class MessageStore {
  public:
    explicit MessageStore(std::uint64_t seed);

    // Gives it an id (32 hex digits without dashes, as in live traffic). The reference lives until the next
    // add().
    Message& add(Message message);
    const Message* find(const MessageId& id) const;
    Message* find(const MessageId& id);
    // The inbound message of this integration and customer with this channel.messageId that came first.
    const Message* find_repeated(const IntegrationId& integration, const InboundMessage& inbound) const;

  private:
    using ProviderKey = std::tuple<std::string, std::string,
                                   IntegrationId>;  // channel.messageId, which tells most, and from.id

    void forget_oldest();

    base::Random random_;
    std::map<MessageId, Message> messages_;
    std::deque<MessageId> by_age_;
    std::map<ProviderKey, MessageId> by_provider_id_;
};

}  // namespace mock
