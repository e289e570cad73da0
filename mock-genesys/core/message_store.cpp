#include "mock-genesys/core/message_store.h"

#include <utility>

namespace mock {

MessageStore::MessageStore(std::uint64_t seed) : random_(base::derive_seed(seed, "messages")) {}

Message& MessageStore::add(Message message) {
    if (messages_.size() == messages_max) forget_oldest();
    message.id = MessageId(random_.hex32());
    Message& stored = messages_.emplace_back(std::move(message));
    by_id_.add(stored.id.text(), &stored);
    if (stored.direction == Direction::Inbound && stored.provider_message_id)
        by_provider_id_.add({*stored.provider_message_id, stored.customer.id, stored.integration.text()},
                            &stored);
    return stored;
}

const Message* MessageStore::find(const MessageId& id) const {
    const auto* const found = by_id_.find(std::string_view(id.text()));
    return found == nullptr ? nullptr : *found;
}

Message* MessageStore::find(const MessageId& id) {
    const auto* const found = by_id_.find(std::string_view(id.text()));
    return found == nullptr ? nullptr : *found;
}

const Message* MessageStore::find_repeated(const IntegrationId& integration,
                                           const InboundMessage& inbound) const {
    if (!inbound.provider_message_id) return nullptr;
    const auto* const found =
        by_provider_id_.find(ProviderKey{*inbound.provider_message_id, inbound.from.id, integration.text()});
    return found == nullptr ? nullptr : *found;
}

void MessageStore::forget_oldest() {
    const Message& oldest = messages_.front();
    if (oldest.provider_message_id) {
        const ProviderKey key{*oldest.provider_message_id, oldest.customer.id, oldest.integration.text()};
        const auto* const first = by_provider_id_.find(key);
        if (first != nullptr && *first == &oldest) by_provider_id_.erase(key);
    }
    by_id_.erase(std::string_view(oldest.id.text()));
    messages_.pop_front();
}

}  // namespace mock
