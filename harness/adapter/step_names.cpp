#include "harness/adapter/step_names.h"

#include "harness/scenario/overloaded.h"

namespace adapter {
namespace {

const std::vector<std::string>& action_names() {
    static const std::vector<std::string> names{"customer.says",    "customer.repeats", "customer.reconnects",
                                                "customer.reloads", "customer.leaves",  "bridge.crashes",
                                                "bridge.restarts",  "webhook.forged"};
    return names;
}

}  // namespace

std::string step_name(scenario::Target target) {
    for (const scenario::TargetForm& form : scenario::targets())
        if (form.target == target) return std::string(form.actor) + "." + std::string(form.name);
    return {};
}

std::string step_name(const scenario::Action& action) {
    return std::visit(
        scenario::Overloaded{
            [](const scenario::CustomerSays&) -> std::string { return "customer.says"; },
            [](const scenario::CustomerRepeats&) -> std::string { return "customer.repeats"; },
            [](const scenario::CustomerReconnects&) -> std::string { return "customer.reconnects"; },
            [](const scenario::CustomerReloads&) -> std::string { return "customer.reloads"; },
            [](const scenario::CustomerPresence&) -> std::string { return "customer.leaves"; },
            [](const scenario::CrashBridge&) -> std::string { return "bridge.crashes"; },
            [](const scenario::RestartBridge&) -> std::string { return "bridge.restarts"; },
            [](const scenario::ForgeWebhook&) -> std::string { return "webhook.forged"; },
            [](const scenario::Expect& expect) { return step_name(expect.pattern.target); },
            [](const scenario::Never& never) { return step_name(never.pattern.target); },
            [](const auto&) -> std::string { return {}; },
        },
        action);
}

std::vector<std::string> all_step_names() {
    std::vector<std::string> names = action_names();
    for (const scenario::TargetForm& form : scenario::targets()) names.push_back(step_name(form.target));
    return names;
}

}  // namespace adapter
