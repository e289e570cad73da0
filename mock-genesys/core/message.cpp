#include "mock-genesys/core/message.h"

namespace mock {

std::string display_name(const Customer& customer) {
    if (customer.nickname && !customer.nickname->empty()) return *customer.nickname;
    const std::string first = customer.first_name.value_or("");
    const std::string last = customer.last_name.value_or("");
    if (first.empty() && last.empty()) return customer.id;
    if (first.empty() || last.empty()) return first + last;
    return first + " " + last;
}

std::string visible_text(const Message& message) {
    if (message.text) return *message.text;
    for (const StructuredContent& content : message.structured)
        if (const auto* const button = std::get_if<ButtonResponse>(&content)) return button->text;
    return {};
}

std::optional<MessageFailure> failure_of(const Message& message) {
    if (message.status != MessageStatus::Failed && message.status != MessageStatus::DeliveryFailed)
        return std::nullopt;
    for (const Receipt& receipt : message.receipts)
        if (receipt.status == ReceiptStatus::Failed && !receipt.reasons.empty())
            return MessageFailure{receipt.reasons.front().code, receipt.reasons.front().message};
    return MessageFailure{"general.error", message.error};
}

}  // namespace mock
