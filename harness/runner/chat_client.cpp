#include "harness/runner/chat_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "foundation/json/json.h"

namespace runner {
namespace {

using scenario::Target;

// nullopt for an event that a customer does not see.
std::optional<Sighting> sighting_of(const ServerEvent& event, const std::string& customer) {
    const auto data = json::parse(event.data);
    if (!data) return std::nullopt;
    Sighting sighting{Target::CustomerSees, customer, {}};
    if (event.event == "output") {
        for (const auto& [key, field] :
             {std::pair{"text", "text"}, {"source", "source"}, {"messageId", "message"}})
            if (const auto value = json::text_at(*data, key)) sighting.fields[field] = *value;
        const json::Value* const replies = json::array_at(*data, "quickReplies");
        if (replies != nullptr && !replies->empty() && replies->front().is_string())
            sighting.fields["quickReply"] = replies->front().get<std::string>();
        return sighting;
    }
    if (event.event != "handoverStatus") return std::nullopt;
    sighting.target = Target::CustomerStatus;
    if (const auto status = json::text_at(*data, "status")) sighting.fields["status"] = *status;
    if (const auto generation = json::integer_at(*data, "generation"))
        sighting.fields["generation"] = fmt::format("{}", *generation);
    return sighting;
}

std::size_t number_of(const std::string& id) {
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc{} && stop == id.data() + id.size() ? number : 0;
}

// The same for promises.
invariants::Fact fact_of(const Sighting& sighting) {
    const auto field = [&](const char* name) {
        const auto found = sighting.fields.find(name);
        return found == sighting.fields.end() ? std::string{} : found->second;
    };
    if (sighting.target == Target::CustomerSees)
        return invariants::OutputSeen{sighting.actor, field("source"), field("message"), field("text")};
    return invariants::StatusSeen{sighting.actor, field("status"),
                                  static_cast<std::int64_t>(number_of(field("generation")))};
}

std::string session_of(const std::string& name) { return "session-" + (name.empty() ? "customer" : name); }

}  // namespace

ChatClient::ChatClient(std::string name, std::string url_token)
    : name_(std::move(name)),
      url_token_(std::move(url_token)),
      session_(session_of(name_)),
      feed_(Place::Bridge, chat_events_target(url_token_, session_)) {}

void ChatClient::say(ChatLine line) {
    last_ = line;
    queue_.push_back(std::move(line));
}

void ChatClient::repeat() {
    if (last_) queue_.push_back(*last_);
}

void ChatClient::reconnect(base::Duration now) { feed_.reconnect(now); }

void ChatClient::reload(base::Duration now) {
    replayed_ = 0;
    is_reloading_ = true;
    feed_.reload(now);
}

void ChatClient::retry_now(base::Duration now) {
    send_due_ = std::min(send_due_, now);
    feed_.hurry(now);
}

bool ChatClient::absorb(World& world, Observations& observations) {
    bool has_news = feed_.absorb(world);
    for (const ServerEvent& event : feed_.take_events()) look_at(event, world.now(), observations);
    if (!under_way_) return has_news;
    const auto reply = world.take_reply(*under_way_);
    if (!reply) return has_news;
    under_way_.reset();
    finish_line(world, *reply);
    return true;
}

void ChatClient::finish_line(World& world, const Reply& reply) {
    if (is_worth_retrying(reply)) {
        ++vain_attempts_;
        send_due_ = world.now() + line_retry_after;
        return;
    }
    if (is_success(reply)) {
        has_session_ = true;
        facts_.emplace_back(invariants::LineAcknowledged{name_, queue_.front().message_id});
    } else {
        refusal_ = describe(reply);
    }
    vain_attempts_ = 0;
    queue_.pop_front();
}

void ChatClient::tend(World& world) {
    if (has_session_) feed_.tend(world);
    const bool may_send = !under_way_ && !queue_.empty() && world.now() >= send_due_;
    if (!may_send) return;
    const ChatLine& line = queue_.front();
    if (std::exchange(latest_written_, line.message_id) != line.message_id)
        facts_.emplace_back(invariants::LineWritten{name_, session_, line.user, line.message_id, line.text});
    under_way_ = world.send(Place::Bridge, chat_request(url_token_, session_, line));
}

std::optional<base::Duration> ChatClient::due() const {
    std::optional<base::Duration> due;
    if (has_session_) due = feed_.due();
    if (!under_way_ && !queue_.empty()) due = due ? std::min(*due, send_due_) : send_due_;
    return due;
}

std::optional<std::string> ChatClient::take_refusal() { return std::exchange(refusal_, std::nullopt); }

std::vector<std::string> ChatClient::take_broken_promises() { return std::exchange(broken_promises_, {}); }

std::vector<invariants::Fact> ChatClient::take_facts() { return std::exchange(facts_, {}); }

void ChatClient::look_at(const ServerEvent& event, base::Duration now, Observations& observations) {
    const std::size_t number = number_of(event.id);
    if (number == 0) {
        broken_promises_.push_back(fmt::format("a chat event has the id '{}', which is no number", event.id));
        return;
    }
    if (number <= seen_.size()) return look_again(event, number);
    if (number != seen_.size() + 1)
        broken_promises_.push_back(
            fmt::format("chat event {} came after {}: events were left out", number, seen_.size()));
    seen_.push_back(event);
    replayed_ = seen_.size();
    auto sighting = sighting_of(event, name_);
    if (!sighting) return;
    facts_.push_back(fact_of(*sighting));
    observations.see(now, *std::move(sighting));
}

void ChatClient::look_again(const ServerEvent& event, std::size_t number) {
    if (!is_reloading_)
        broken_promises_.push_back(
            fmt::format("chat event {} came twice, though it was not asked for again", number));
    else if (event != seen_[number - 1])
        broken_promises_.push_back(fmt::format("chat event {} came again with other bytes", number));
    replayed_ = std::max(replayed_, number);
    if (replayed_ == seen_.size()) is_reloading_ = false;
}

}  // namespace runner
