#include "mock-genesys/service/service.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "mock-genesys/api/normalized_message.h"
#include "mock-genesys/core/assign_ids.h"
#include "mock-genesys/service/fact_events.h"

namespace mock {
namespace {

constexpr std::string_view control_prefix = "/_mock/";

}  // namespace

Service::Service(Organisation organisation, std::uint64_t seed, std::shared_ptr<FaultList> faults,
                 Traces traces)
    : organisation_(assign_ids(std::move(organisation), seed)),
      platform_(organisation_, seed),
      tokens_(seed),
      webhooks_(organisation_),
      feed_(traces),
      faults_(std::move(faults)),
      api_(organisation_, platform_, tokens_, seed),
      control_({organisation_, platform_, tokens_, *faults_}, seed) {}

void Service::handle(host::Input input, base::Now now) {
    platform_.advance(now);
    settle(now);
    std::visit(host::Overloaded{[](const host::Restored&) {},  // a mock restarts fresh
                                [&](const host::RequestArrived& arrived) { take(arrived, now); },
                                [&](const host::CallFinished& finished) { take(finished, now); },
                                [&](const host::StreamClosed& closed) { feed_.closed(closed.id); },
                                [](const host::TimeReached&) {}},
               input);
    settle(now);
}

void Service::take(const host::RequestArrived& arrived, base::Now now) {
    if (arrived.request.target.starts_with(control_prefix)) return take_control(arrived, now);
    ApiRequests::Answer answer = api_.answer(arrived.request, now);
    if (answer.event) publish(*answer.event);
    effects_.emplace_back(host::Respond{arrived.id, std::move(answer.response)});
}

void Service::take_control(const host::RequestArrived& arrived, base::Now now) {
    ControlAnswer answer = control_.answer(arrived.request, now);
    if (const auto* const feed = std::get_if<FeedRequested>(&answer))
        return open_feed(arrived.id, feed->cursor);
    effects_.emplace_back(host::Respond{arrived.id, std::move(std::get<http::Response>(answer))});
}

void Service::open_feed(host::RequestId request, std::uint64_t cursor) {
    if (feed_.is_full()) {
        const ApiError error{503, "mock.feed.too.many.streams",
                             "Too many streams follow the events; close one."};
        effects_.emplace_back(host::Respond{request, control_.refuse(error)});
        return;
    }
    std::ranges::move(feed_.open(request, cursor), std::back_inserter(effects_));
}

void Service::take(const host::CallFinished& finished, base::Now now) {
    Webhooks::Outcome outcome = webhooks_.finished(finished, now.monotonic);
    publish(outcome.event);
    if (outcome.kind != DeliveryKind::Message) return;  // nothing depends on it
    switch (outcome.verdict) {
        case DeliveryVerdict::Delivered:
            return platform_.delivered(outcome.message);
        case DeliveryVerdict::Failed:
            return platform_.undeliverable(outcome.message, outcome.failure, now);
        case DeliveryVerdict::Retry:
            return;
    }
}

void Service::settle(base::Now now) {
    std::vector<Fact> facts = platform_.take_facts();
    while (!facts.empty()) {  // telling may make new ones
        for (const Fact& fact : facts) tell(fact, now);
        facts = platform_.take_facts();
    }
    while (auto attempt = webhooks_.take_due(now.monotonic)) {
        publish(attempt->event);
        effects_.emplace_back(std::move(attempt->call));
    }
}

void Service::tell(const Fact& fact, base::Now now) {
    if (auto event = event_of(fact, platform_)) publish(*event);
    if (const auto* const typed = std::get_if<AgentTyped>(&fact)) return tell_typing(*typed, now);
    const auto* const outbound = std::get_if<OutboundAppended>(&fact);
    const auto* const inbound = std::get_if<InboundAppended>(&fact);
    const bool wants_receipt =
        inbound != nullptr && organisation_.switches.published_receipts == PublishedReceipts::On;
    if (outbound == nullptr && !wants_receipt) return;
    const Message* const message =
        platform_.find_message(outbound != nullptr ? outbound->message : inbound->message);
    if (message == nullptr) return;
    const auto integration =
        std::ranges::find(organisation_.integrations, message->integration, &Integration::id);
    const bool is_receipt = outbound == nullptr;
    std::string body = is_receipt ? encode_published_receipt(*message, *integration, now.utc)
                                  : encode_webhook_text(*message, *integration);
    deliver({is_receipt ? DeliveryKind::Receipt : DeliveryKind::Message, message->id, message->conversation,
             message->integration, std::move(body)},
            now);
}

void Service::tell_typing(const AgentTyped& typed, base::Now now) {
    const Conversation* const conversation = platform_.find_conversation(typed.conversation);
    if (conversation == nullptr) return;
    const auto integration =
        std::ranges::find(organisation_.integrations, conversation->integration, &Integration::id);
    Message event;
    event.id = typed.event;
    event.conversation = conversation->id;
    event.integration = conversation->integration;
    event.direction = Direction::Outbound;
    event.time = now.utc;
    event.customer = conversation->customer;
    deliver({DeliveryKind::Typing, typed.event, conversation->id, conversation->integration,
             encode_webhook_typing(event, *integration)},
            now);
}

void Service::deliver(Delivery delivery, base::Now now) {
    const MessageId message = delivery.message;
    const bool is_message = delivery.kind == DeliveryKind::Message;
    const bool is_taken = webhooks_.add(std::move(delivery), now.monotonic);
    if (!is_taken && is_message) platform_.undeliverable(message, "too many webhooks are waiting", now);
}

void Service::publish(const Event& event) {
    std::ranges::move(feed_.publish(event), std::back_inserter(effects_));
}

std::optional<host::Wakeup> Service::next_wakeup() const {
    const auto webhook = webhooks_.next_wakeup();
    const auto persona = platform_.next_wakeup();
    if (webhook && (!persona || *webhook <= *persona))
        return host::Wakeup{*webhook, "a webhook is to be repeated"};
    if (persona) return host::Wakeup{*persona, "a persona acts"};
    return std::nullopt;
}

}  // namespace mock
