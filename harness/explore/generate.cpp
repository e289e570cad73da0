#include "harness/explore/generate.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "foundation/base/random.h"
#include "harness/explore/texts.h"

namespace explore {
namespace {

using scenario::Action;

constexpr std::array<std::string_view, 2> agent_names{"ann", "ben"};
constexpr std::array<std::string_view, customers_at_most> customer_names{"carla", "dora", "emil"};
constexpr std::array<std::string_view, 4> operations{
    "POST /api/v2/conversations/messages/{integrationId}/inbound/open/message", "POST /oauth/token",
    "GET /api/v2/conversations/messaging/integrations", "GET /api/v2/conversations/{conversationId}"};
constexpr base::Duration accept_within = std::chrono::seconds{1};

template <class List>
auto one_of(const List& list) {
    return list[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(std::size(list))))];
}

int number(int least, int most) { return *rc::gen::inRange(least, most + 1); }

// A story as it grows: what is known without looking at the world.
class Storyteller {
  public:
    explicit Storyteller(const Parameters& parameters) : parameters_(parameters) {}

    std::vector<scenario::Step> tell() {
        add(scenario::AgentGoesOnQueue{agent()});
        while (static_cast<int>(steps_.size()) < parameters_.steps) add_one(draw_kind());
        add(scenario::Heal{healing_time});
        return std::move(steps_);
    }

  private:
    void add(Action action) { steps_.push_back({{}, std::move(action)}); }

    Kind draw_kind() const {
        int total = 0;
        for (const auto& [kind, weight] : parameters_.weights) total += weight;
        int at = number(0, total - 1);
        for (const auto& [kind, weight] : parameters_.weights) {
            if (at < weight) return kind;
            at -= weight;
        }
        return Kind::Say;
    }

    std::string agent() { return std::string(one_of(agent_names)); }
    std::string customer() {
        return std::string(customer_names[static_cast<std::size_t>(number(0, parameters_.customers - 1))]);
    }
    // A customer of whom the story has told already; empty: there is none.
    std::string known_customer() {
        return known_.empty()
                   ? std::string{}
                   : known_[static_cast<std::size_t>(number(0, static_cast<int>(known_.size()) - 1))];
    }
    void says(const std::string& name, std::string text) {
        if (std::ranges::find(known_, name) == known_.end()) known_.push_back(name);
        add(scenario::CustomerSays{name, std::move(text), {}, {}});
    }
    std::string mark(std::string_view who) { return fmt::format("{} {}", who, ++marks_); }

    void add_one(Kind kind);
    void add_customers(Kind kind);
    void add_agents(Kind kind);
    void add_fault(Kind kind);
    std::variant<scenario::FaultAnswer, scenario::FaultLose, scenario::FaultDelay> effect(
        bool is_webhook) const;
    scenario::ForgeWebhook forgery();

    const Parameters& parameters_;
    std::vector<scenario::Step> steps_;
    std::vector<std::string> known_;
    int marks_ = 0;
};

void Storyteller::add_one(Kind kind) {
    switch (kind) {
        case Kind::AskForHuman:
        case Kind::Say:
        case Kind::Repeat:
        case Kind::Reconnect:
        case Kind::Reload:
        case Kind::LeaveAndReturn:
            return add_customers(kind);
        case Kind::OnQueue:
        case Kind::OffQueue:
        case Kind::Accept:
        case Kind::AgentSays:
        case Kind::Disconnect:
        case Kind::WrapUp:
            return add_agents(kind);
        case Kind::Wait:
            return add(scenario::TimePasses{std::chrono::milliseconds{number(1, 12'000)}});
        case Kind::WaitLong:
            return add(scenario::TimePasses{std::chrono::seconds{number(13, 200)}});
        case Kind::WebhookFault:
        case Kind::RequestFault:
            return add_fault(kind);
        case Kind::ClearFaults:
            return add(scenario::ClearFaults{});
        case Kind::ExpireTokens:
            return add(scenario::ExpireTokens{});
        case Kind::Crash:
            return add(scenario::CrashBridge{});
        case Kind::Restart:
            return add(scenario::RestartBridge{});
        case Kind::Forge:
            return add(forgery());
    }
}

void Storyteller::add_customers(Kind kind) {
    if (kind == Kind::AskForHuman) {
        const std::string name = customer();
        return says(name, mark(name) + " wants a human");
    }
    const std::string name = known_customer();
    if (kind == Kind::Say || name.empty()) {
        const std::string speaker = customer();
        return says(speaker, draw_text(mark(speaker)));
    }
    if (kind == Kind::Repeat) return add(scenario::CustomerRepeats{name});
    if (kind == Kind::Reconnect) return add(scenario::CustomerReconnects{name});
    if (kind == Kind::Reload) return add(scenario::CustomerReloads{name});
    const bool leaves = number(0, 1) == 0;
    add(scenario::CustomerPresence{name, leaves ? scenario::Presence::Left : scenario::Presence::Returned});
}

void Storyteller::add_agents(Kind kind) {
    const std::string name = agent();
    if (kind == Kind::OnQueue) return add(scenario::AgentGoesOnQueue{name});
    if (kind == Kind::OffQueue) return add(scenario::AgentGoesOffQueue{name});
    if (kind == Kind::Accept) return add(scenario::AgentAccepts{name, {}, accept_within});
    if (kind == Kind::AgentSays) return add(scenario::AgentSays{name, draw_text(mark(name)), {}, {}});
    if (kind == Kind::Disconnect) return add(scenario::AgentDisconnects{name, {}});
    add(scenario::AgentWrapsUp{name, "Resolved", {}});
}

void Storyteller::add_fault(Kind kind) {
    scenario::InjectFault fault;
    const bool is_webhook = kind == Kind::WebhookFault;
    if (!is_webhook) fault.operation = std::string(one_of(operations));
    fault.first = number(1, 7);
    fault.effect = effect(is_webhook);
    add(std::move(fault));
}

std::variant<scenario::FaultAnswer, scenario::FaultLose, scenario::FaultDelay> Storyteller::effect(
    bool is_webhook) const {
    constexpr std::array<int, 4> passing{500, 503, 429, 502};
    constexpr std::array<int, 4> lasting{400, 403, 404, 401};
    switch (number(0, 6)) {
        case 0:
        case 1:
            return scenario::FaultLose{scenario::Lost::Response};
        case 2:
            return scenario::FaultLose{scenario::Lost::Request};
        case 3:
            return scenario::FaultDelay{std::chrono::milliseconds{number(1, 15'000)}};
        case 4:
            if (!is_webhook || number(0, 3) == 0) return scenario::FaultAnswer{one_of(lasting)};
            return scenario::FaultAnswer{one_of(passing)};
        default:
            return scenario::FaultAnswer{one_of(passing)};
    }
}

scenario::ForgeWebhook Storyteller::forgery() {
    using scenario::Signature;
    constexpr std::array<Signature, 6> signatures{Signature::Wrong,        Signature::Missing,
                                                  Signature::Hex,          Signature::Truncated,
                                                  Signature::Reserialised, Signature::Valid};
    scenario::ForgeWebhook forged{mark("Somebody"), one_of(signatures), {}, 401};
    constexpr int status_ok = 200;
    if (forged.signature == Signature::Valid) forged.status = status_ok;
    return forged;
}

}  // namespace

std::vector<scenario::Step> generate(const Parameters& parameters, std::uint64_t seed) {
    const auto story = rc::gen::exec([&] { return Storyteller(parameters).tell(); });
    return story(rc::Random(base::derive_seed(seed, "steps"))).value();
}

}  // namespace explore
