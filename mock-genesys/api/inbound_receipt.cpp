#include "mock-genesys/api/inbound_receipt.h"

#include <utility>

#include "foundation/base/time.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

template <class Value>
using Read = std::expected<Value, ApiError>;

constexpr std::string_view statuses = "Sent, Delivered, Failed, Published, Removed";
constexpr std::string_view legacy_statuses = "Sent, Delivered, Read, Failed, Published, Removed";

enum class Form { Current, Legacy };

ApiError missing_property(std::string_view name) {
    return schema_violation("should have required property '" + std::string(name) + "'");
}

Read<ReceiptStatus> read_status(const json::Value& root, Form form) {
    const auto text = json::text_at(root, "status");
    if (!text) return std::unexpected(missing_property("status"));
    const auto status = find_receipt_status(*text);
    const bool is_known = status && (form == Form::Legacy || *status != ReceiptStatus::Read);
    if (is_known) return *status;
    return std::unexpected(form == Form::Legacy
                               ? invalid_value(*text, "OpenNormalizedMessageStatus", legacy_statuses)
                               : invalid_value(*text, "OpenInboundNormalizedReceiptStatus", statuses));
}

Read<ReceiptReason> read_reason(const json::Value& reason) {
    if (!reason.is_object()) return std::unexpected(bad_request());
    auto message = json::text_at(reason, "message");
    if (!message) return std::unexpected(missing_property("message"));
    const std::string code = json::text_at(reason, "code").value_or("GeneralError");
    if (!is_reason_code(code))
        return std::unexpected(invalid_value(code, "ConversationReasonCode", reason_codes()));
    return ReceiptReason{code, *std::move(message)};
}

Read<std::vector<ReceiptReason>> read_reasons(const json::Value& root) {
    std::vector<ReceiptReason> reasons;
    const auto found = root.find("reasons");
    if (found == root.end() || found->is_null()) return reasons;
    if (!found->is_array()) return std::unexpected(bad_request());
    for (const json::Value& entry : *found) {
        auto reason = read_reason(entry);
        if (!reason) return std::unexpected(reason.error());
        reasons.push_back(*std::move(reason));
    }
    return reasons;
}

Read<base::UtcTime> read_time(const json::Value& channel) {
    const auto text = json::text_at(channel, "time");
    if (!text) return std::unexpected(missing_open_channel_date());
    const auto time = base::parse_iso8601(*text);
    if (!time) return std::unexpected(invalid_date());
    return *time;
}

std::optional<std::string> read_to(const json::Value& channel) {
    const json::Value* const to = json::object_at(channel, "to");
    return to == nullptr ? std::nullopt : json::text_at(*to, "id");
}

// What a strict channel lacks.
std::optional<ApiError> find_lack(const json::Value& root, const json::Value& channel) {
    if (!json::text_at(root, "id")) return missing_property("id");
    if (!read_to(channel)) return missing_property("to");
    if (!json::text_at(channel, "time")) return missing_open_channel_date();
    return std::nullopt;
}

Read<InboundReceipt> read_receipt(const json::Value& root, ReceiptChannel strictness, Form form,
                                  base::UtcTime now) {
    const json::Value nothing = json::Value::object();
    const json::Value* const found = json::object_at(root, "channel");
    const json::Value& channel = found == nullptr ? nothing : *found;
    if (strictness == ReceiptChannel::Strict)
        if (auto lack = find_lack(root, channel)) return std::unexpected(*std::move(lack));
    auto id = json::text_at(root, "id");
    if (!id) id = json::text_at(channel, "messageId");
    if (!id || id->empty()) return std::unexpected(missing_property("id"));
    InboundReceipt receipt{MessageId(*std::move(id)), read_to(channel), {}};
    const auto status = read_status(root, form);
    if (!status) return std::unexpected(status.error());
    receipt.receipt.status = *status;
    auto reasons = read_reasons(root);
    if (!reasons) return std::unexpected(reasons.error());
    receipt.receipt.reasons = *std::move(reasons);
    receipt.receipt.is_final = json::bool_at(root, "isFinalReceipt").value_or(false);
    receipt.receipt.time = now;
    if (!channel.contains("time")) return receipt;
    const auto time = read_time(channel);
    if (!time) return std::unexpected(time.error());
    receipt.receipt.time = *time;
    return receipt;
}

Read<InboundReceipt> decode(std::string_view body, ReceiptChannel strictness, Form form, base::UtcTime now) {
    const auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    return read_receipt(*root, strictness, form, now);
}

}  // namespace

std::expected<InboundReceipt, ApiError> decode_inbound_receipt(std::string_view body, ReceiptChannel channel,
                                                               base::UtcTime now) {
    return decode(body, channel, Form::Current, now);
}

std::expected<InboundReceipt, ApiError> decode_legacy_receipt(std::string_view body, base::UtcTime now) {
    return decode(body, ReceiptChannel::Lenient, Form::Legacy, now);
}

std::string encode_receipt_reply(const InboundReceipt& receipt, const Integration& integration) {
    json::Ordered channel{{"id", integration.id.text()}, {"platform", "Open"}, {"type", "Private"}};
    channel["to"] = {{"id", receipt.to.value_or("")}};
    channel["from"] = {{"nickname", integration.name}, {"id", integration.id.text()}, {"idType", "Opaque"}};
    channel["time"] = base::to_iso8601(receipt.receipt.time);
    json::Ordered reply{{"id", receipt.message.text()},
                        {"channel", std::move(channel)},
                        {"type", "Receipt"},
                        {"status", name_of(receipt.receipt.status)}};
    if (!receipt.receipt.reasons.empty()) {
        reply["reasons"] = json::Ordered::array();
        for (const ReceiptReason& reason : receipt.receipt.reasons)
            reply["reasons"].push_back({{"code", reason.code}, {"message", reason.message}});
    }
    reply["isFinalReceipt"] = receipt.receipt.is_final;
    reply["direction"] = "Outbound";
    return json::dump(reply);
}

}  // namespace mock
