#include "mock-genesys/api/legacy_inbound.h"

#include <optional>

#include "foundation/json/json.h"

namespace mock {
namespace {

std::optional<std::string> address_at(const json::Value& channel, const char* key) {
    const json::Value* const address = json::object_at(channel, key);
    return address == nullptr ? std::nullopt : json::text_at(*address, "id");
}

ApiError missing_property(std::string_view name) {
    return schema_violation("should have required property '" + std::string(name) + "'");
}

}  // namespace

std::expected<LegacyInboundEnvelope, ApiError> decode_legacy_envelope(std::string_view body) {
    const auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    const json::Value* const channel = json::object_at(*root, "channel");
    if (channel == nullptr) return std::unexpected(missing_property("channel"));
    const auto type = json::text_at(*root, "type");
    if (!type) return std::unexpected(missing_property("type"));
    if (*type != "Text" && *type != "Receipt")
        return std::unexpected(invalid_value(*type, "OpenNormalizedMessageType", "Text, Receipt"));
    const auto to = address_at(*channel, "to");
    if (!to) return std::unexpected(missing_property("to"));
    return LegacyInboundEnvelope{*type == "Text" ? LegacyKind::Text : LegacyKind::Receipt, IntegrationId(*to),
                                 address_at(*channel, "from").value_or("")};
}

}  // namespace mock
