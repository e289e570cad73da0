#include "bridge/core/handover.h"

#include <algorithm>
#include <array>

#include "foundation/base/check.h"

namespace bridge {
namespace {

using State = HandoverState;

constexpr std::array states{State::Idle,     State::Starting,  State::Queued,    State::Active,
                            State::Wrapping, State::Completed, State::Cancelled, State::Failed};
constexpr std::array statuses{HandoverStatus::Queue, HandoverStatus::Active, HandoverStatus::Completed,
                              HandoverStatus::Cancelled, HandoverStatus::Error};

template <class Value, std::size_t Count>
std::optional<Value> named(const std::array<Value, Count>& values, std::string_view name) {
    const auto found = std::ranges::find_if(values, [&](Value value) { return name_of(value) == name; });
    if (found == values.end()) return std::nullopt;
    return *found;
}

bool is_legal(State from, State to) {
    switch (to) {
        case State::Idle:
            return false;
        case State::Starting:
            return from == State::Idle || from == State::Completed || from == State::Cancelled ||
                   from == State::Failed;
        case State::Queued:
            return from == State::Starting || from == State::Wrapping;
        case State::Active:
            return from == State::Starting || from == State::Queued || from == State::Wrapping;
        case State::Wrapping:
            return from == State::Queued || from == State::Active;
        case State::Completed:
            return from == State::Wrapping;
        case State::Cancelled:
            return from == State::Starting || from == State::Queued || from == State::Active;
        case State::Failed:
            return from == State::Starting;
    }
    return false;
}

}  // namespace

std::string_view name_of(HandoverState state) {
    switch (state) {
        case State::Idle:
            return "idle";
        case State::Starting:
            return "starting";
        case State::Queued:
            return "queued";
        case State::Active:
            return "active";
        case State::Wrapping:
            return "wrapping";
        case State::Completed:
            return "completed";
        case State::Cancelled:
            return "cancelled";
        case State::Failed:
            return "failed";
    }
    return "unknown";
}

std::string_view name_of(HandoverStatus status) {
    switch (status) {
        case HandoverStatus::Queue:
            return "queue";
        case HandoverStatus::Active:
            return "active";
        case HandoverStatus::Completed:
            return "completed";
        case HandoverStatus::Cancelled:
            return "cancelled";
        case HandoverStatus::Error:
            return "error";
    }
    return "unknown";
}

std::optional<HandoverState> handover_state_named(std::string_view name) { return named(states, name); }
std::optional<HandoverStatus> handover_status_named(std::string_view name) { return named(statuses, name); }

bool Handover::is_open() const {
    return facts_.state == State::Starting || facts_.state == State::Queued ||
           facts_.state == State::Active || facts_.state == State::Wrapping;
}

Handover::Change Handover::start() {
    base::check(!is_open(), "a handover starts only when none is open");
    const State from = facts_.state;
    facts_ = {.generation = facts_.generation + 1,
              .state = from,
              .conversation = {},
              .queue_announced = false,
              .agent_spoke = false};
    return move_to(State::Starting);
}

void Handover::learn_conversation(const ConversationId& conversation) {
    if (is_open() && facts_.conversation.empty()) facts_.conversation = conversation;
}

void Handover::follow_conversation(const ConversationId& conversation) {
    if (is_open() && !conversation.empty()) facts_.conversation = conversation;
}

std::optional<Handover::Change> Handover::accepted() {
    if (facts_.state != State::Starting) return std::nullopt;
    facts_.queue_announced = true;
    return move_to(State::Queued, {HandoverStatus::Queue});
}

std::optional<Handover::Change> Handover::agent_spoke() {
    if (!is_open() || facts_.agent_spoke) return std::nullopt;
    facts_.agent_spoke = true;
    std::vector<HandoverStatus> announced;
    if (!facts_.queue_announced) announced.push_back(HandoverStatus::Queue);
    facts_.queue_announced = true;
    announced.push_back(HandoverStatus::Active);
    // While Wrapping it is one of the lines that were waited for: news for the customer, but the agent has
    // left.
    if (facts_.state == State::Wrapping)
        return Change{State::Wrapping, State::Wrapping, std::move(announced)};
    return move_to(State::Active, std::move(announced));
}

std::optional<Handover::Change> Handover::ended() {
    if (facts_.state != State::Queued && facts_.state != State::Active) return std::nullopt;
    return move_to(State::Wrapping);
}

std::optional<Handover::Change> Handover::reopened() {
    if (facts_.state != State::Wrapping) return std::nullopt;
    return move_to(facts_.agent_spoke ? State::Active : State::Queued);
}

std::optional<Handover::Change> Handover::failed() {
    if (facts_.state != State::Starting) return std::nullopt;
    return move_to(State::Failed, {HandoverStatus::Error});
}

std::optional<Handover::Change> Handover::cancelled() {
    if (!is_open() || facts_.state == State::Wrapping) return std::nullopt;
    return move_to(State::Cancelled, {HandoverStatus::Cancelled});
}

Handover::Change Handover::settled() { return move_to(State::Completed, {HandoverStatus::Completed}); }

Handover::Change Handover::move_to(State next, std::vector<HandoverStatus> announced) {
    base::check(is_legal(facts_.state, next), "a handover takes only the transitions of its diagram");
    const State from = facts_.state;
    facts_.state = next;
    return {from, next, std::move(announced)};
}

}  // namespace bridge
