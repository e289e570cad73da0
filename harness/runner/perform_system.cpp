#include <fmt/format.h>

#include <algorithm>

#include "foundation/json/json.h"
#include "harness/runner/forged_webhook.h"
#include "harness/runner/perform.h"
#include "harness/scenario/overloaded.h"

namespace runner {
namespace {

constexpr std::string_view conversation_of_nobody = "00000000-0000-4000-8000-000000000000";
constexpr std::string_view address_of_nobody = "nobody";
// What was decided before the healing shows within this time: a call under way fails, the end is looked for.
constexpr base::Duration quiet_min = std::chrono::seconds{12};
constexpr base::Duration look_again_after = std::chrono::seconds{1};

std::string duration_text(base::Duration duration) {
    return fmt::format("{}ms", std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

void add_effect(json::Ordered& object, const scenario::InjectFault& step) {
    object["first"] = step.first;
    std::visit(
        scenario::Overloaded{
            [&](const scenario::FaultAnswer& answer) { object["answer"] = answer.status; },
            [&](const scenario::FaultLose& lose) {
                object["lose"] = lose.what == scenario::Lost::Request ? "request" : "response";
            },
            [&](const scenario::FaultDelay& delay) { object["delay"] = duration_text(delay.duration); },
        },
        step.effect);
}

json::Ordered fault_body(const scenario::InjectFault& step) {
    json::Ordered body = json::Ordered::object();
    if (step.operation) {
        body["operation"] = *step.operation;
        add_effect(body, step);
    } else {
        body["webhook"] = json::Ordered::object();
        add_effect(body["webhook"], step);
    }
    return body;
}

invariants::FaultArmed fact_of(const scenario::InjectFault& step) {
    using invariants::FaultArmed;
    FaultArmed fact{step.operation ? FaultArmed::On::Requests : FaultArmed::On::Webhooks, step.first, 0,
                    true};
    std::visit(scenario::Overloaded{
                   [&](const scenario::FaultAnswer& answer) { fact.status = answer.status; },
                   [](const scenario::FaultLose& /*lose*/) {},
                   [](const scenario::FaultDelay& /*delay*/) {},
                   [&](const auto& /*forgery*/) { fact.is_ordinary = false; },
               },
               step.effect);
    return fact;
}

std::optional<Trouble> world_trouble(document::Position at, std::string wanted,
                                     const std::optional<std::string>& error) {
    if (!error) return std::nullopt;
    return Trouble{Blame::World, {at, std::move(wanted), *error, {}, {}}};
}

}  // namespace

std::optional<Trouble> perform_system(const scenario::InjectFault& step, document::Position at,
                                      Stage& stage) {
    stage.see(fact_of(step));
    return control(stage, post("/_mock/faults", json::dump(fault_body(step))), at).trouble;
}

std::optional<Trouble> perform_system(const scenario::ClearFaults& /*step*/, document::Position at,
                                      Stage& stage) {
    http::Request request = post("/_mock/faults", "");
    request.method = "DELETE";
    stage.see(invariants::FaultsCleared{});
    return control(stage, std::move(request), at).trouble;
}

std::optional<Trouble> perform_system(const scenario::ExpireTokens& /*step*/, document::Position at,
                                      Stage& stage) {
    stage.see(invariants::TokensExpired{});
    return control(stage, post("/_mock/tokens/expire", "{}"), at).trouble;
}

std::optional<Trouble> perform_system(const scenario::CrashBridge& /*step*/, document::Position at,
                                      Stage& stage) {
    stage.see(invariants::BridgeCrashed{});
    stage.set_bridge_away(true);
    return world_trouble(at, "the bridge to crash", stage.world().crash(Place::Bridge));
}

std::optional<Trouble> perform_system(const scenario::RestartBridge& /*step*/, document::Position at,
                                      Stage& stage) {
    stage.see(invariants::BridgeRestarted{});
    stage.set_bridge_away(false);
    auto trouble = world_trouble(at, "the bridge to start again", stage.world().restart(Place::Bridge));
    if (!trouble)
        for (auto& [name, client] : stage.customers()) client.retry_now(stage.now());
    return trouble;
}

std::optional<Trouble> perform_system(const scenario::Heal& step, document::Position at, Stage& stage) {
    if (auto trouble = perform_system(scenario::ClearFaults{}, at, stage)) return trouble;
    if (stage.is_bridge_away())
        if (auto trouble = perform_system(scenario::RestartBridge{}, at, stage)) return trouble;
    const base::Duration end = stage.now() + step.within;
    stage.advance([&] { return stage.watch().broken().has_value(); }, std::min(step.within, quiet_min));
    while (!stage.watch().broken()) {
        const auto missing = stage.watch().missing();
        if (!missing) return std::nullopt;
        if (stage.now() >= end) {
            Trouble trouble = trouble_of(*missing, at);
            trouble.mismatch.got += fmt::format(" within {}", base::to_seconds_text(step.within));
            return trouble;
        }
        stage.advance([&] { return stage.watch().broken().has_value(); }, look_again_after);
    }
    return std::nullopt;  // whoever performs steps tells what is broken
}

std::optional<Trouble> perform_system(const scenario::ForgeWebhook& step, document::Position at,
                                      Stage& stage) {
    const Surroundings& surroundings = stage.surroundings();
    const std::string conversation = stage.captures().fill(step.conversation);
    const std::string& address = stage.genesys().latest_address();
    const Forgery forgery{
        .text = stage.captures().fill(step.text),
        .signature = step.signature,
        .message = stage.random().hex32(),
        .conversation = conversation.empty() ? std::string(conversation_of_nobody) : conversation,
        .integration = surroundings.integration,
        .address = address.empty() ? std::string(address_of_nobody) : address,
        .secret = surroundings.webhook_secret};
    // Told before, since its effect may be seen before its answer.
    invariants::WebhookForged fact{forgery.message, forgery.text,
                                   forgery.signature == scenario::Signature::Valid, 0};
    stage.see(fact);
    const auto reply = stage.exchange(Place::Bridge, forge(forgery), answer_limit);
    const std::string got = reply ? describe(*reply) : "no answer";
    const auto* const response = reply ? std::get_if<http::Response>(&*reply) : nullptr;
    fact.status = response == nullptr ? 0 : response->status;
    stage.see(std::move(fact));
    if (response != nullptr && response->status == step.status) return std::nullopt;
    return Trouble{Blame::Promise, {at, fmt::format("the bridge to answer {}", step.status), got, {}, {}}};
}

}  // namespace runner
