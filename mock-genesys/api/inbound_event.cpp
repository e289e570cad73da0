#include "mock-genesys/api/inbound_event.h"

#include <utility>

#include "foundation/base/time.h"
#include "foundation/json/json.h"
#include "mock-genesys/api/inbound_message.h"

namespace mock {
namespace {

constexpr int typing_milliseconds = 5'000;  // "Inbound events", developer centre

std::optional<ApiError> check_events(const json::Value& root) {
    const auto events = root.find("events");
    if (events == root.end() || events->is_null())
        return schema_violation("should have required property 'events'");
    if (!events->is_array()) return bad_request();
    if (events->empty()) return schema_violation("should NOT have fewer than 1 items");
    for (const json::Value& event : *events) {
        if (!event.is_object()) return bad_request();
        const auto type = json::text_at(event, "eventType");
        if (!type) return schema_violation("should have required property 'eventType'");
        if (*type != "Typing") return invalid_value(*type, "OpenEventEventType", "Typing");
    }
    return std::nullopt;
}

json::Ordered address_of(const Customer& customer) {
    json::Ordered from;
    if (customer.nickname) from["nickname"] = *customer.nickname;
    from["id"] = customer.id;
    from["idType"] = name_of(customer.id_type);
    if (customer.first_name) from["firstName"] = *customer.first_name;
    if (customer.last_name) from["lastName"] = *customer.last_name;
    return from;
}

}  // namespace

std::expected<InboundMessage, ApiError> decode_inbound_event(std::string_view body) {
    const auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    auto inbound = decode_inbound_channel(body);
    if (!inbound) return inbound;
    if (auto wrong = check_events(*root)) return std::unexpected(*std::move(wrong));
    return inbound;
}

std::string encode_event_reply(const MessageId& id, const InboundMessage& event,
                               const Integration& integration) {
    json::Ordered channel{{"id", integration.id.text()}, {"platform", "Open"}, {"type", "Private"}};
    channel["to"] = {{"id", integration.id.text()}};
    channel["from"] = address_of(event.from);
    channel["time"] = base::to_iso8601(event.time);
    const json::Ordered typing{{"type", "On"}, {"duration", typing_milliseconds}};
    json::Ordered events = json::Ordered::array();
    events.push_back({{"eventType", "Typing"}, {"typing", typing}});
    return json::dump({{"id", id.text()},
                       {"channel", std::move(channel)},
                       {"type", "Event"},
                       {"events", std::move(events)}});
}

}  // namespace mock
