#include "bridge/service/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace bridge {
namespace {

using json::Ordered;
using json::text_at;
using json::Value;

std::string session_key(const SessionId& session, std::string_view rest) {
    return fmt::format("session/{}/{}", session.text(), rest);
}

std::uint64_t number_at(const Value& object, const char* key) {
    const auto value = json::integer_at(object, key);
    return value && *value > 0 ? static_cast<std::uint64_t>(*value) : 0;
}

base::UtcTime time_at(const Value& object, const char* key) {
    return base::UtcTime{std::chrono::milliseconds{json::integer_at(object, key).value_or(0)}};
}

std::int64_t milliseconds(base::UtcTime time) { return time.time_since_epoch().count(); }

std::uint64_t parse_number(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Ordered encode_line(const LogLine& line) {
    if (const auto* customer = std::get_if<CustomerLine>(&line))
        return {{"kind", "customer"}, {"id", customer->id.text()}, {"text", customer->text}};
    if (const auto* output = std::get_if<Output>(&line)) {
        Ordered value{{"kind", name_of(output->source)}, {"id", output->id.text()}, {"text", output->text}};
        if (!output->quick_replies.empty()) value["quickReplies"] = output->quick_replies;
        return value;
    }
    if (const auto* late = std::get_if<LateLine>(&line))
        return {{"kind", "late"}, {"id", late->id.text()}, {"text", late->text}};
    const auto& status = std::get<StatusChange>(line);
    return {{"kind", "status"}, {"status", name_of(status.status)}, {"generation", status.generation}};
}

std::vector<std::string> texts_at(const Value& object, const char* key) {
    std::vector<std::string> texts;
    if (const Value* const list = json::array_at(object, key))
        for (const Value& item : *list)
            if (item.is_string()) texts.push_back(item.get<std::string>());
    return texts;
}

std::optional<LogLine> decode_line(const Value& value) {
    const std::string kind = text_at(value, "kind").value_or("");
    if (kind == "status") {
        const auto status = handover_status_named(text_at(value, "status").value_or(""));
        if (!status) return std::nullopt;
        return StatusChange{*status, static_cast<unsigned>(number_at(value, "generation"))};
    }
    MessageId id(text_at(value, "id").value_or(""));
    std::string text = text_at(value, "text").value_or("");
    if (kind == "customer") return CustomerLine{std::move(id), std::move(text)};
    if (kind == "bot" || kind == "agent")
        return Output{std::move(id), kind == "bot" ? Source::Bot : Source::Agent, std::move(text),
                      texts_at(value, "quickReplies")};
    if (kind == "late") return LateLine{std::move(id), std::move(text)};
    return std::nullopt;
}

SenderNames decode_names(const Value& value) {
    return {text_at(value, "firstName").value_or(""), text_at(value, "lastName").value_or("")};
}

void add_names(Ordered& value, const SenderNames& names) {
    if (!names.first.empty()) value["firstName"] = names.first;
    if (!names.last.empty()) value["lastName"] = names.last;
}

OutgoingLine decode_outgoing(const Value& value, std::uint64_t number) {
    OutgoingLine line{.number = number,
                      .generation = static_cast<unsigned>(number_at(value, "generation")),
                      .id = MessageId(text_at(value, "id").value_or("")),
                      .text = text_at(value, "text").value_or(""),
                      .time = time_at(value, "time"),
                      .sender = decode_names(value),
                      .opens_handover = json::bool_at(value, "opens").value_or(false),
                      .attributes = {}};
    if (const Value* attributes = json::object_at(value, "attributes"))
        for (const auto& [key, attribute] : attributes->items())
            if (attribute.is_string()) line.attributes[key] = attribute.get<std::string>();
    return line;
}

// "session/<id>/<kind>/<name>"; the name is empty for the kinds that have none.
struct SessionKey {
    SessionId session;
    std::string_view kind;
    std::string_view name;
};

std::optional<SessionKey> split_key(std::string_view key) {
    constexpr std::string_view prefix = "session/";
    if (!key.starts_with(prefix)) return std::nullopt;
    key.remove_prefix(prefix.size());
    const auto slash = key.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string_view rest = key.substr(slash + 1);
    const auto second = rest.find('/');
    return SessionKey{SessionId(std::string(key.substr(0, slash))), rest.substr(0, second),
                      second == std::string_view::npos ? std::string_view{} : rest.substr(second + 1)};
}

bool read_log_entry(StoredChat& chat, const SessionKey& key, const Value& value) {
    auto line = decode_line(value);
    if (!line) return false;
    chat.log.push_back({parse_number(key.name), number_at(value, "cursor"), *std::move(line)});
    return true;
}

bool read_seen(StoredChat& chat, const SessionKey& key, const Value& value) {
    auto id = http::percent_decode(key.name);
    if (!id) return false;
    chat.seen.emplace_back(time_at(value, "at"), GenesysMessageId(*std::move(id)));
    return true;
}

// False if the record means nothing to this program.
bool read_into(StoredChat& chat, const SessionKey& key, const Value& value) {
    if (key.kind == "log") return read_log_entry(chat, key, value);
    if (key.kind == "seen") return read_seen(chat, key, value);
    if (key.kind == "head") {
        chat.head = {text_at(value, "userId").value_or(""), decode_names(value),
                     number_at(value, "transcriptFrom"), json::bool_at(value, "away").value_or(false),
                     ConversationId(text_at(value, "conversation").value_or(""))};
    } else if (key.kind == "outbox") {
        chat.outbox.push_back(decode_outgoing(value, parse_number(key.name)));
    } else if (key.kind == "dead") {
        ++chat.dead_letters;
    } else {
        return false;
    }
    return true;
}

bool read_record(StoredBridge& stored, const host::Record& record) {
    const auto value = json::parse(record.value.value_or(""));
    if (!value) return false;
    if (record.key == incarnation_key) {
        stored.incarnation = value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
        return true;
    }
    const auto key = split_key(record.key);
    if (key && key->kind == "handover") {
        auto handover = decode_handover(*record.value);
        if (handover) stored.chats[key->session].handover = *std::move(handover);
        return handover.has_value();
    }
    return key && value->is_object() && read_into(stored.chats[key->session], *key, *value);
}

}  // namespace

std::string head_key(const SessionId& session) { return session_key(session, "head"); }
std::string log_key(const SessionId& session, std::uint64_t number) {
    return session_key(session, fmt::format("log/{:010}", number));
}
std::string handover_key(const SessionId& session) { return session_key(session, "handover"); }
std::string outbox_key(const SessionId& session, std::uint64_t number) {
    return session_key(session, fmt::format("outbox/{:010}", number));
}
std::string dead_key(const SessionId& session, const MessageId& message) {
    return session_key(session, "dead/" + message.text());
}
std::string seen_key(const SessionId& session, const GenesysMessageId& message) {
    return session_key(session, "seen/" + http::percent_encode(message.text()));
}

std::string encode(const SessionHead& head) {
    Ordered value{{"userId", head.user_id}, {"transcriptFrom", head.transcript_from}};
    if (head.is_away) value["away"] = true;
    if (!head.conversation.empty()) value["conversation"] = head.conversation.text();
    add_names(value, head.names);
    return json::dump(value);
}

std::string encode(const LogEntry& entry) {
    Ordered value = encode_line(entry.line);
    value["cursor"] = entry.cursor;
    return json::dump(value);
}

std::string encode(const OutgoingLine& line) {
    Ordered value{{"generation", line.generation},
                  {"id", line.id.text()},
                  {"text", line.text},
                  {"time", milliseconds(line.time)},
                  {"opens", line.opens_handover}};
    add_names(value, line.sender);
    if (!line.attributes.empty()) value["attributes"] = line.attributes;
    return json::dump(value);
}

std::string encode_seen(base::UtcTime time) {
    Ordered value;
    value["at"] = milliseconds(time);
    return json::dump(value);
}

std::string encode_dead(const OutgoingLine& line, std::string_view reason) {
    const Ordered value{{"generation", line.generation}, {"text", line.text}, {"reason", reason}};
    return json::dump(value);
}

StoredBridge read_records(const std::vector<host::Record>& records) {
    StoredBridge stored;
    for (const host::Record& record : records)
        if (!read_record(stored, record)) stored.unreadable_keys.push_back(record.key);
    for (auto& [id, chat] : stored.chats) {
        std::ranges::sort(chat.log, {}, &LogEntry::number);
        std::ranges::sort(chat.outbox, {}, &OutgoingLine::number);
        std::ranges::sort(chat.seen);
    }
    return stored;
}

}  // namespace bridge
