#include "mock-genesys/api/structured_response.h"

#include <utility>

#include "foundation/json/json.h"
#include "mock-genesys/api/inbound_message.h"

namespace mock {
namespace {

std::expected<std::string, ApiError> read_text(const json::Value& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::unexpected(schema_violation("should have required property '" + std::string(key) + "'"));
    if (!found->is_string()) return std::unexpected(bad_request());
    return found->get<std::string>();
}

std::expected<ButtonResponse, ApiError> read_button(const json::Value& root) {
    const auto found = root.find("buttonResponse");
    if (found == root.end() || found->is_null())
        return std::unexpected(schema_violation("should have required property 'buttonResponse'"));
    if (!found->is_object()) return std::unexpected(bad_request());
    const auto type = read_text(*found, "type");
    if (!type) return std::unexpected(type.error());
    const auto kind = find_button_kind(*type);
    if (!kind)
        return std::unexpected(
            invalid_value(*type, "ContentButtonResponseType", "Button, QuickReply, DatePicker"));
    auto text = read_text(*found, "text");
    if (!text) return std::unexpected(text.error());
    auto payload = read_text(*found, "payload");
    if (!payload) return std::unexpected(payload.error());
    return ButtonResponse{*kind, *std::move(text), *std::move(payload)};
}

}  // namespace

std::expected<InboundMessage, ApiError> decode_structured_response(std::string_view body) {
    const auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    auto inbound = decode_inbound_channel(body);
    if (!inbound) return inbound;
    auto button = read_button(*root);
    if (!button) return std::unexpected(button.error());
    if (const auto origin = read_text(*root, "originatingMessageId"); !origin)
        return std::unexpected(origin.error());
    inbound->button = *std::move(button);
    return inbound;
}

}  // namespace mock
