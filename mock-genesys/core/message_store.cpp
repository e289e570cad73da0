#include "mock-genesys/core/message_store.h"

#include <utility>

namespace mock {

MessageStore::MessageStore(std::uint64_t seed) : random_(base::derive_seed(seed, "messages")) {}

Message& MessageStore::add(Message message) {
    if (by_age_.size() == messages_max) forget_oldest();
    message.id = MessageId(random_.hex32());
    if (message.direction == Direction::Inbound && message.provider_message_id)
        by_provider_id_.try_emplace({*message.provider_message_id, message.customer.id, message.integration},
                                    message.id);
    by_age_.push_back(message.id);
    const auto place = messages_.emplace(by_age_.back(), std::move(message)).first;
    return place->second;
}

const Message* MessageStore::find(const MessageId& id) const {
    const auto found = messages_.find(id);
    return found == messages_.end() ? nullptr : &found->second;
}

Message* MessageStore::find(const MessageId& id) {
    const auto found = messages_.find(id);
    return found == messages_.end() ? nullptr : &found->second;
}

const Message* MessageStore::find_repeated(const IntegrationId& integration,
                                           const InboundMessage& inbound) const {
    if (!inbound.provider_message_id) return nullptr;
    const auto found = by_provider_id_.find({*inbound.provider_message_id, inbound.from.id, integration});
    return found == by_provider_id_.end() ? nullptr : find(found->second);
}

void MessageStore::forget_oldest() {
    const auto oldest = messages_.find(by_age_.front());
    const Message& message = oldest->second;
    if (message.provider_message_id) {
        const auto known =
            by_provider_id_.find({*message.provider_message_id, message.customer.id, message.integration});
        if (known != by_provider_id_.end() && known->second == message.id) by_provider_id_.erase(known);
    }
    messages_.erase(oldest);
    by_age_.pop_front();
}

}  // namespace mock
