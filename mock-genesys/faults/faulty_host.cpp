#include "mock-genesys/faults/faulty_host.h"

#include <string>
#include <string_view>
#include <variant>

namespace mock {
namespace {

constexpr std::string_view control_prefix = "/_mock/";

std::string_view name_of(const Misbehaviour& misbehaviour) {
    return std::visit(host::Overloaded{[](const Answer&) { return "answer"; },
                                       [](const LoseRequest&) { return "lose request"; },
                                       [](const LoseResponse&) { return "lose response"; },
                                       [](const Delay&) { return "delay"; }},
                      misbehaviour);
}

std::variant<http::Response, host::TransportFailure> result_from(const CallPlan::Result& result) {
    if (const int* const status = std::get_if<int>(&result)) return http::Response{*status, {}, {}};
    return std::get<host::TransportFailure>(result);
}

}  // namespace

FaultyHost::FaultyHost(std::unique_ptr<host::Host> faithful, std::shared_ptr<FaultList> faults,
                       EncodeRefusal encode_refusal)
    : faithful_(std::move(faithful)),
      faults_(std::move(faults)),
      encode_refusal_(std::move(encode_refusal)) {}

void FaultyHost::handle(host::Input input, base::Now now) {
    release_due(now.monotonic);
    if (!intercept(input, now)) {
        faithful_->handle(std::move(input), now);
        pass_on(faithful_->drain(), now);
    }
    while (!told_.empty()) {
        std::vector<host::Input> told = std::exchange(told_, {});
        for (host::Input& result : told) {
            faithful_->handle(std::move(result), now);
            pass_on(faithful_->drain(), now);
        }
    }
}

void FaultyHost::release_due(base::TimePoint now) {
    while (!held_.empty() && held_.begin()->first <= now)
        effects_.push_back(std::move(held_.extract(held_.begin()).mapped()));
}

bool FaultyHost::intercept(const host::Input& input, base::Now now) {
    if (const auto* const finished = std::get_if<host::CallFinished>(&input))
        return thrown_away_.erase(finished->id) > 0;
    const auto* const arrived = std::get_if<host::RequestArrived>(&input);
    return arrived != nullptr && intercept_request(*arrived, now);
}

bool FaultyHost::intercept_request(const host::RequestArrived& arrived, base::Now now) {
    if (arrived.request.target.starts_with(control_prefix)) return false;
    const auto met = faults_->meet_request(arrived.request);
    if (!met) return false;
    trace(*met, arrived.request.method);
    const RequestPlan plan = std::visit([](const auto& what) { return plan_request(what); }, met->what);
    if (plan.is_handled) {
        planned_answers_.emplace(arrived.id, plan);
        return false;
    }
    emit(host::Respond{arrived.id, encode_refusal_(plan.status.value_or(status_of_lost_exchange))},
         now.monotonic + plan.answered_later_by, now.monotonic);
    return true;
}

void FaultyHost::pass_on(std::vector<host::Effect> effects, base::Now now) {
    for (host::Effect& effect : effects) {
        if (auto* const call = std::get_if<host::Call>(&effect))
            pass_on_call(std::move(*call), now);
        else if (auto* const respond = std::get_if<host::Respond>(&effect))
            pass_on_response(std::move(*respond), now);
        else
            effects_.push_back(std::move(effect));
    }
}

// Every call of the mock is a webhook.
void FaultyHost::pass_on_call(host::Call call, base::Now now) {
    const auto met = faults_->meet_webhook();
    if (!met) {
        effects_.emplace_back(std::move(call));
        return;
    }
    trace(*met, "webhook");
    const CallPlan plan = std::visit([](const auto& what) { return plan_call(what); }, met->what);
    if (plan.result_at_once) {
        told_.emplace_back(host::CallFinished{call.id, result_from(*plan.result_at_once)});
        if (plan.is_made) thrown_away_.insert(call.id);
    }
    if (plan.is_made) emit(std::move(call), now.monotonic + plan.made_later_by, now.monotonic);
}

void FaultyHost::pass_on_response(host::Respond respond, base::Now now) {
    const auto planned = planned_answers_.extract(respond.id);
    const RequestPlan plan = planned.empty() ? RequestPlan{} : planned.mapped();
    if (plan.status) respond.response = encode_refusal_(*plan.status);
    emit(std::move(respond), now.monotonic + plan.answered_later_by, now.monotonic);
}

void FaultyHost::emit(host::Effect effect, base::TimePoint when, base::TimePoint now) {
    if (when <= now)
        effects_.push_back(std::move(effect));
    else
        held_.emplace(when, std::move(effect));
}

void FaultyHost::trace(const Met& met, std::string_view target) {
    effects_.emplace_back(host::Trace{
        "fault.met",
        {{"id", met.id}, {"what", std::string(name_of(met.what))}, {"target", std::string(target)}}});
}

std::optional<host::Wakeup> FaultyHost::next_wakeup() const {
    const auto platform = faithful_->next_wakeup();
    if (held_.empty() || (platform && platform->when <= held_.begin()->first)) return platform;
    return host::Wakeup{held_.begin()->first, "an exchange that a fault delays"};
}

}  // namespace mock
