#include "mock-genesys/service/inbound_requests.h"

#include <algorithm>
#include <utility>

#include "mock-genesys/api/inbound_event.h"
#include "mock-genesys/api/inbound_message.h"
#include "mock-genesys/api/legacy_inbound.h"
#include "mock-genesys/api/normalized_message.h"
#include "mock-genesys/api/request_parts.h"
#include "mock-genesys/api/structured_response.h"

namespace mock {

std::expected<void, ApiError> check_body(const http::Request& request) {
    if (request.body.size() > request_bytes_max) return std::unexpected(entity_too_large(request_bytes_max));
    if (!accepts_as_json(request.headers)) return std::unexpected(unsupported_media_type());
    return {};
}

InboundRequests::InboundRequests(const Organisation& organisation, Platform& platform, std::uint64_t seed)
    : organisation_(organisation), platform_(platform), ids_(base::derive_seed(seed, "inbound events")) {}

InboundRequests::Result InboundRequests::answer(Operation operation, std::string_view integration,
                                                const http::Request& request, base::Now now) {
    if (const auto checked = check_body(request); !checked) return std::unexpected(checked.error());
    if (operation == Operation::ReceiveLegacyMessage) return take_legacy(request.body, now);
    const Integration* const known = find_integration(integration);
    if (known == nullptr) return std::unexpected(not_found());
    if (operation == Operation::ReceiveOpenEvent) return take_event(*known, request.body);
    if (operation == Operation::ReceiveOpenReceipt) return take_receipt(*known, request.body, now);
    return take_response(*known, request.body, now);
}

InboundRequests::Result InboundRequests::take_event(const Integration& integration, std::string_view body) {
    const auto event = decode_inbound_event(body);
    if (!event) return std::unexpected(event.error());
    platform_.customer_types(integration, event->from.id);
    return accepted(encode_event_reply(MessageId(ids_.hex32()), *event, integration));
}

InboundRequests::Result InboundRequests::take_receipt(const Integration& integration, std::string_view body,
                                                      base::Now now) {
    auto receipt = decode_inbound_receipt(body, organisation_.switches.receipt_channel, now.utc);
    if (!receipt) return std::unexpected(receipt.error());
    return apply(integration, *std::move(receipt));
}

InboundRequests::Result InboundRequests::apply(const Integration& integration, InboundReceipt receipt) {
    const bool is_known = platform_.report(integration, receipt.message, receipt.receipt);
    const bool must_be_known = organisation_.switches.unknown_receipt == UnknownReceipt::NotFound;
    if (!is_known && must_be_known) return std::unexpected(not_found());
    if (const Message* const about = platform_.find_message(receipt.message); is_known && !receipt.to)
        receipt.to = about->customer.id;
    return accepted(encode_receipt_reply(receipt, integration));
}

InboundRequests::Result InboundRequests::take_response(const Integration& integration, std::string_view body,
                                                       base::Now now) {
    auto response = decode_structured_response(body);
    if (!response) return std::unexpected(response.error());
    return receive(integration, *std::move(response), now);
}

InboundRequests::Result InboundRequests::take_legacy(std::string_view body, base::Now now) {
    if (organisation_.switches.legacy_inbound == LegacyInbound::Gone) return std::unexpected(not_found());
    const auto envelope = decode_legacy_envelope(body);
    if (!envelope) return std::unexpected(envelope.error());
    const Integration* integration = find_integration(envelope->integration.text());
    switch (envelope->kind) {
        case LegacyKind::Text: {
            if (integration == nullptr) return std::unexpected(not_found());
            auto inbound = decode_inbound_message(body);
            if (!inbound) return std::unexpected(inbound.error());
            return receive(*integration, *std::move(inbound), now);
        }
        case LegacyKind::Receipt: {
            if (integration == nullptr) integration = find_integration(envelope->from);
            if (integration == nullptr) return std::unexpected(not_found());
            auto receipt = decode_legacy_receipt(body, now.utc);
            if (!receipt) return std::unexpected(receipt.error());
            return apply(*integration, *std::move(receipt));
        }
    }
    std::unreachable();
}

InboundRequests::Result InboundRequests::receive(const Integration& integration, InboundMessage inbound,
                                                 base::Now now) {
    const Message& message = platform_.receive(integration, std::move(inbound), now);
    return accepted(encode_inbound_reply(message, ConversationIdInReply::Omitted));
}

InboundRequests::Reply InboundRequests::accepted(std::string body) const {
    return {organisation_.switches.inbound_status == InboundStatus::Ok ? 200 : 202, std::move(body)};
}

const Integration* InboundRequests::find_integration(std::string_view id) const {
    const auto found = std::ranges::find_if(organisation_.integrations, [&](const Integration& integration) {
        return integration.id.text() == id;
    });
    return found == organisation_.integrations.end() ? nullptr : &*found;
}

}  // namespace mock
