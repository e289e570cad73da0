#include "mock-genesys/api/inbound_message.h"

#include <utility>

#include "foundation/base/time.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

// The readers below take texts out of the document: each member is read once. They give an absent or null
// member as nullopt, and an error for a member of a wrong type.
template <class Value>
using Read = std::expected<Value, ApiError>;

constexpr std::string_view id_types = "Email, Phone, Opaque";
constexpr std::string_view media_types = "Image, Video, Audio, File, Link";

// Seen in a community thread of June 2025 ("inbound open message without text").
constexpr std::string_view neither_text_nor_content =
    "should have required property 'content', should have required property '.text', should match some "
    "schema in "
    "anyOf";

ApiError missing_property(std::string_view name) {
    return schema_violation("should have required property '" + std::string(name) + "'");
}

json::Value* member(json::Value& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Read<std::optional<std::string>> read_text(json::Value& object, const char* key) {
    json::Value* const found = member(object, key);
    if (found == nullptr) return std::nullopt;
    if (!found->is_string()) return std::unexpected(bad_request());
    return std::move(found->get_ref<std::string&>());
}

Read<std::string> read_required_text(json::Value& object, const char* key) {
    auto text = read_text(object, key);
    if (!text) return std::unexpected(text.error());
    if (!*text || (*text)->empty()) return std::unexpected(missing_property(key));
    return **std::move(text);
}

// nullptr if absent.
Read<json::Value*> read_object(json::Value& object, const char* key) {
    json::Value* const found = member(object, key);
    if (found != nullptr && !found->is_object()) return std::unexpected(bad_request());
    return found;
}

// A map of strings: a nested object in it is refused (developer forum 26014).
Read<std::optional<Attributes>> read_attributes(json::Value& object, const char* key) {
    const auto found = read_object(object, key);
    if (!found) return std::unexpected(found.error());
    if (*found == nullptr) return std::nullopt;
    Attributes attributes;
    for (auto& [name, value] : (*found)->items()) {
        if (!value.is_string()) return std::unexpected(bad_request());
        attributes.emplace_hint(attributes.end(), name, std::move(value.template get_ref<std::string&>()));
    }
    return attributes;
}

Read<IdType> read_id_type(json::Value& from) {
    const auto text = read_required_text(from, "idType");
    if (!text) return std::unexpected(text.error());
    const auto type = find_id_type(*text);
    if (!type) return std::unexpected(invalid_value(*text, "OpenMessagingFromRecipientIdType", id_types));
    return *type;
}

Read<Customer> read_customer(json::Value& channel) {
    const auto from = read_object(channel, "from");
    if (!from) return std::unexpected(from.error());
    if (*from == nullptr) return std::unexpected(missing_property("from"));
    Customer customer;
    auto id = read_required_text(**from, "id");
    if (!id) return std::unexpected(id.error());
    customer.id = *std::move(id);
    const auto type = read_id_type(**from);
    if (!type) return std::unexpected(type.error());
    customer.id_type = *type;
    for (auto& [key, target] :
         {std::pair{"nickname", &customer.nickname}, std::pair{"firstName", &customer.first_name},
          std::pair{"lastName", &customer.last_name}, std::pair{"email", &customer.email}}) {
        auto text = read_text(**from, key);
        if (!text) return std::unexpected(text.error());
        *target = *std::move(text);
    }
    return customer;
}

Read<base::UtcTime> read_time(json::Value& channel) {
    json::Value* const found = member(channel, "time");
    if (found == nullptr) return std::unexpected(missing_open_channel_date());
    if (!found->is_string()) return std::unexpected(invalid_date());
    const auto time = base::parse_iso8601(found->get_ref<const std::string&>());
    if (!time) return std::unexpected(invalid_date());
    return *time;
}

// The documented place of attributes is channel.metadata.customAttributes, although the API definition's
// model of channel.metadata has only the read-only subType.
Read<std::optional<Attributes>> read_custom_attributes(json::Value& channel) {
    const auto metadata = read_object(channel, "metadata");
    if (!metadata) return std::unexpected(metadata.error());
    if (*metadata == nullptr) return std::nullopt;
    return read_attributes(**metadata, "customAttributes");
}

Read<Attachment> read_attachment(json::Value& entry) {
    if (!entry.is_object()) return std::unexpected(bad_request());
    const auto found = read_object(entry, "attachment");
    if (!found) return std::unexpected(found.error());
    if (*found == nullptr) return std::unexpected(missing_property("attachment"));
    json::Value& object = **found;
    Attachment attachment;
    const auto media_type = read_required_text(object, "mediaType");
    if (!media_type) return std::unexpected(media_type.error());
    const auto known = find_media_type(*media_type);
    if (!known)
        return std::unexpected(invalid_value(*media_type, "OpenContentAttachmentMediaType", media_types));
    attachment.media_type = *known;
    for (auto& [key, target] : {std::pair{"url", &attachment.url}, std::pair{"mime", &attachment.mime}}) {
        auto text = read_required_text(object, key);
        if (!text) return std::unexpected(text.error());
        *target = *std::move(text);
    }
    for (auto& [key, target] :
         {std::pair{"id", &attachment.id}, std::pair{"text", &attachment.text},
          std::pair{"sha256", &attachment.sha256}, std::pair{"filename", &attachment.filename}}) {
        auto text = read_text(object, key);
        if (!text) return std::unexpected(text.error());
        *target = *std::move(text);
    }
    return attachment;
}

Read<std::vector<Attachment>> read_content(json::Value& root) {
    std::vector<Attachment> content;
    json::Value* const found = member(root, "content");
    if (found == nullptr) return content;
    if (!found->is_array()) return std::unexpected(bad_request());
    for (json::Value& entry : *found) {
        auto attachment = read_attachment(entry);
        if (!attachment) return std::unexpected(attachment.error());
        content.push_back(*std::move(attachment));
    }
    return content;
}

Read<InboundMessage> read_channel(json::Value& root) {
    const auto channel = read_object(root, "channel");
    if (!channel) return std::unexpected(channel.error());
    if (*channel == nullptr) return std::unexpected(missing_property("channel"));
    InboundMessage inbound;
    auto from = read_customer(**channel);
    if (!from) return std::unexpected(from.error());
    inbound.from = *std::move(from);
    const auto time = read_time(**channel);
    if (!time) return std::unexpected(time.error());
    inbound.time = *time;
    auto message_id = read_text(**channel, "messageId");
    if (!message_id) return std::unexpected(message_id.error());
    inbound.provider_message_id = *std::move(message_id);
    auto attributes = read_custom_attributes(**channel);
    if (!attributes) return std::unexpected(attributes.error());
    inbound.custom_attributes = *std::move(attributes);
    return inbound;
}

}  // namespace

std::expected<InboundMessage, ApiError> decode_inbound_channel(std::string_view body) {
    auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    return read_channel(*root);
}

std::expected<InboundMessage, ApiError> decode_inbound_message(std::string_view body) {
    auto root = json::parse(body);
    if (!root || !root->is_object()) return std::unexpected(bad_request());
    auto inbound = read_channel(*root);
    if (!inbound) return inbound;
    auto text = read_text(*root, "text");
    if (!text) return std::unexpected(text.error());
    auto content = read_content(*root);
    if (!content) return std::unexpected(content.error());
    auto metadata = read_attributes(*root, "metadata");
    if (!metadata) return std::unexpected(metadata.error());
    if (!*text && content->empty())
        return std::unexpected(schema_violation(std::string(neither_text_nor_content)));
    inbound->text = *std::move(text);
    inbound->content = *std::move(content);
    inbound->metadata = *std::move(metadata);
    return inbound;
}

}  // namespace mock
