#include "harness/explore/simpler.h"

#include <set>
#include <string>

#include "harness/scenario/overloaded.h"

namespace explore {
namespace {

using scenario::Step;

constexpr base::Duration second = std::chrono::seconds{1};

// "carla 12 says ..." becomes "carla 12"; a wish for a human stays one.
std::string short_text(const std::string& text) {
    const std::size_t first = text.find(' ');
    const std::size_t end = first == std::string::npos ? first : text.find(' ', first + 1);
    if (end == std::string::npos) return text;
    return text.substr(0, end) + (text.contains("human") ? " human" : "");
}

template <class Action>
Step with_text(Action action, std::string text) {
    action.text = std::move(text);
    return {{}, std::move(action)};
}

template <class Action>
std::vector<Step> with_short_text(const Action& action) {
    const std::string text = short_text(action.text);
    if (text == action.text) return {};
    return {with_text(action, text)};
}

std::vector<Step> shorter(const scenario::TimePasses& action) {
    std::vector<Step> steps;
    for (const base::Duration duration : {second, 10 * second, 60 * second})
        if (duration < action.duration) steps.push_back({{}, scenario::TimePasses{duration}});
    return steps;
}

std::vector<Step> milder(const scenario::InjectFault& action) {
    std::vector<Step> steps;
    scenario::InjectFault fault = action;
    for (std::int64_t first = 1; first < action.first; ++first) {
        fault.first = first;
        steps.push_back({{}, fault});
    }
    const auto* const delay = std::get_if<scenario::FaultDelay>(&action.effect);
    if (delay == nullptr) return steps;
    for (const base::Duration duration : {second, 11 * second}) {
        if (duration >= delay->duration) continue;
        fault = action;
        fault.effect = scenario::FaultDelay{duration};
        steps.push_back({{}, fault});
    }
    return steps;
}

std::string* name_in(Step& step, bool is_agent) {
    return std::visit(
        [&](auto& action) -> std::string* {
            if constexpr (requires { action.agent; }) {
                if (is_agent) return &action.agent;
            }
            if constexpr (requires { action.customer; }) {
                if (!is_agent) return &action.customer;
            }
            return nullptr;
        },
        step.action);
}

std::vector<Step> with_name(std::vector<Step> steps, bool is_agent, const std::string& from,
                            const std::string& to) {
    for (Step& step : steps)
        if (std::string* const name = name_in(step, is_agent); name != nullptr && *name == from) *name = to;
    return steps;
}

}  // namespace

std::vector<Step> simpler_than(const Step& step) {
    return std::visit(scenario::Overloaded{
                          [](const scenario::CustomerSays& action) { return with_short_text(action); },
                          [](const scenario::AgentSays& action) { return with_short_text(action); },
                          [](const scenario::ForgeWebhook& action) { return with_short_text(action); },
                          [](const scenario::TimePasses& action) { return shorter(action); },
                          [](const scenario::InjectFault& action) { return milder(action); },
                          [](const auto& /*other*/) { return std::vector<Step>{}; },
                      },
                      step.action);
}

std::vector<std::vector<Step>> renamed(const std::vector<Step>& steps) {
    std::vector<std::vector<Step>> stories;
    for (const bool is_agent : {false, true}) {
        std::set<std::string> names;
        for (Step step : steps)
            if (const std::string* const name = name_in(step, is_agent)) names.insert(*name);
        for (const std::string& name : names)
            if (name != *names.begin()) stories.push_back(with_name(steps, is_agent, name, *names.begin()));
    }
    return stories;
}

}  // namespace explore
