#include "bridge/api/end_event.h"

#include <algorithm>
#include <array>

#include "foundation/crypto/constant_time.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::text_at;
using json::Value;

// Ends of the topic "v2.detail.events.conversation.{id}.customer.end"; the setup guide's literal has no
// braces.
constexpr std::array<std::string_view, 3> end_topics{".acw", ".user.end", ".customer.end"};

bool is_end_topic(std::string_view topic) {
    return topic.starts_with("v2.detail.events.conversation.") &&
           std::ranges::any_of(end_topics, [&](std::string_view end) { return topic.ends_with(end); });
}

// "aws.partner/genesys.com/cloud/<organisation>/<suffix>"
std::string organisation_of(std::string_view source) {
    constexpr std::string_view marker = "/cloud/";
    const auto place = source.find(marker);
    if (place == std::string_view::npos) return {};
    source.remove_prefix(place + marker.size());
    return std::string(source.substr(0, source.find('/')));
}

std::optional<EndEvent> decode_envelope(const Value& body, const Value& detail) {
    const std::string topic =
        text_at(detail, "topicName").value_or(text_at(body, "detail-type").value_or(""));
    const Value* const event = json::object_at(detail, "eventBody");
    if (!is_end_topic(topic) || event == nullptr) return std::nullopt;
    const bool is_open = text_at(*event, "mediaType") == "MESSAGE" &&
                         text_at(*event, "messageType").value_or("OPEN") == "OPEN";
    return EndEvent{.address = {},
                    .conversation = ConversationId(text_at(*event, "conversationId").value_or("")),
                    .organisation = organisation_of(text_at(body, "source").value_or("")),
                    .is_of_open_messaging = is_open};
}

}  // namespace

std::optional<EndEvent> decode_end_event(std::string_view bytes) {
    const auto body = json::parse(bytes);
    if (!body || !body->is_object()) return std::nullopt;
    if (const Value* const detail = json::object_at(*body, "detail")) return decode_envelope(*body, *detail);
    const auto user = text_at(*body, "userId");
    if (!user || !is_end_topic(text_at(*body, "topic").value_or(""))) return std::nullopt;
    return EndEvent{.address = *user, .conversation = {}, .organisation = {}};
}

bool has_event_key(std::string_view key, const http::Headers& headers) {
    const auto given = headers.get("Authorization");
    return !key.empty() && given && crypto::equal_in_constant_time(*given, key);
}

}  // namespace bridge
