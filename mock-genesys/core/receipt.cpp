#include "mock-genesys/core/receipt.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mock {
namespace {

constexpr std::array statuses{ReceiptStatus::Sent,   ReceiptStatus::Delivered, ReceiptStatus::Read,
                              ReceiptStatus::Failed, ReceiptStatus::Published, ReceiptStatus::Removed};

constexpr std::string_view all_reason_codes =
    "MessageExpired, RateLimited, MessageNotAllowed, GeneralError, UnsupportedMessage, UnknownMessage, "
    "InvalidMessageStructure, InvalidDestination, ServerError, MediaTypeNotAllowed, "
    "InvalidMediaContentLength, RecipientOptedOut, DataFiltered";

}  // namespace

std::string_view name_of(ReceiptStatus status) {
    switch (status) {
        case ReceiptStatus::Sent:
            return "Sent";
        case ReceiptStatus::Delivered:
            return "Delivered";
        case ReceiptStatus::Read:
            return "Read";
        case ReceiptStatus::Failed:
            return "Failed";
        case ReceiptStatus::Published:
            return "Published";
        case ReceiptStatus::Removed:
            return "Removed";
    }
    std::unreachable();
}

std::optional<ReceiptStatus> find_receipt_status(std::string_view text) {
    const auto* const found =
        std::ranges::find_if(statuses, [&](ReceiptStatus status) { return name_of(status) == text; });
    if (found == statuses.end()) return std::nullopt;
    return *found;
}

bool is_reason_code(std::string_view code) {
    constexpr std::string_view separator = ", ";
    for (std::string_view rest = all_reason_codes; !rest.empty();) {
        const std::size_t end = std::min(rest.find(separator), rest.size());
        if (rest.substr(0, end) == code) return true;
        rest.remove_prefix(std::min(end + separator.size(), rest.size()));
    }
    return false;
}

std::string_view reason_codes() { return all_reason_codes; }

MessageStatus status_after(MessageStatus before, ReceiptStatus receipt) {
    const bool has_failed = before == MessageStatus::Failed || before == MessageStatus::DeliveryFailed;
    if (has_failed) return before;
    switch (receipt) {
        case ReceiptStatus::Delivered:
            return MessageStatus::DeliverySuccess;
        case ReceiptStatus::Failed:
            return MessageStatus::DeliveryFailed;
        case ReceiptStatus::Sent:
        case ReceiptStatus::Read:
        case ReceiptStatus::Published:
        case ReceiptStatus::Removed:
            return before;
    }
    std::unreachable();
}

}  // namespace mock
