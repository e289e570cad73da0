#include "harness/runner/perform.h"

#include <fmt/format.h>

#include "harness/scenario/overloaded.h"
#include "harness/scenario/scenario.h"

namespace runner {
namespace {

using document::Position;

constexpr std::string_view agent_unknown = "mock.agent.unknown";
constexpr std::size_t events_shown_max = 5;
constexpr std::string_view code_unknown = "mock.wrapup.code.unknown";

std::optional<Trouble> pass_time(const scenario::TimePasses& step, Stage& stage) {
    stage.advance([] { return false; }, step.duration);
    return std::nullopt;
}

std::optional<Trouble> expect(const scenario::Expect& step, Stage& stage) {
    const bool is_met =
        stage.advance([&] { return stage.observations().take(step.pattern, stage.captures()); }, step.within);
    if (is_met) return std::nullopt;
    Trouble trouble{Blame::Promise, stage.observations().explain(step.pattern, stage.captures())};
    trouble.mismatch.got += fmt::format(" within {}", base::to_seconds_text(step.within));
    return trouble;
}

Position caret_of(const scenario::Pattern& pattern) {
    return pattern.fields.empty() ? pattern.at.position : pattern.fields.front().matcher.at.position;
}

std::optional<Trouble> expect_exactly(const scenario::ExpectExactly& step, Position at, StepContext context) {
    Stage& stage = context.stage;
    std::string how;
    if (step.span) {
        stage.advance([] { return false; }, *step.span);
        how = fmt::format("counted after {}", base::to_seconds_text(*step.span));
    } else {
        how = stage.settle(context.idle_horizon);
    }
    const auto found = stage.observations().find_all(step.pattern, stage.captures());
    if (static_cast<std::int64_t>(found.size()) == step.times) {
        context.notes.push_back(fmt::format("line {}: {}", at.line, how));
        return std::nullopt;
    }
    Mismatch mismatch = stage.observations().explain(step.pattern, stage.captures());
    mismatch.at = caret_of(step.pattern);
    mismatch.wanted = fmt::format("exactly {}", step.times);
    mismatch.got = fmt::format("{} ({})", found.size(), how);
    mismatch.passed.clear();
    for (const Event* const event : found)
        if (mismatch.passed.size() < events_shown_max) mismatch.passed.push_back(describe(*event));
    return Trouble{Blame::Promise, std::move(mismatch)};
}

std::optional<Trouble> never(const scenario::Never& step, Position at, StepContext context) {
    Stage& stage = context.stage;
    const auto find = [&] { return stage.observations().find_untaken(step.pattern, stage.captures()); };
    std::string how;
    if (step.span) {
        stage.advance([&] { return find() != nullptr; }, *step.span);
        how = fmt::format("nothing came for {}", base::to_seconds_text(*step.span));
    } else if (find() == nullptr) {
        how = stage.settle(context.idle_horizon);
    }
    const Event* const event = find();
    if (event == nullptr) {
        context.notes.push_back(fmt::format("line {}: {}", at.line, how));
        return std::nullopt;
    }
    return Trouble{Blame::Promise, {caret_of(step.pattern), "no such event", "one", describe(*event), {}}};
}

}  // namespace

ControlOutcome control(Stage& stage, http::Request request, Position at) {
    const std::string what = fmt::format("{} {}", request.method, request.target);
    const auto reply = stage.exchange(Place::Genesys, std::move(request), answer_limit);
    if (!reply)
        return {Trouble{Blame::World, {at, what + " to be answered", "no answer", {}, {}}},
                host::TransportFailure::TimedOut};
    if (is_success(*reply)) return {std::nullopt, *reply};
    const std::string code = answer_code(*reply);
    const bool is_wrong_name = code == agent_unknown || code == code_unknown;
    const bool is_silent = std::holds_alternative<host::TransportFailure>(*reply);
    const Blame blame = is_wrong_name ? Blame::Scenario : is_silent ? Blame::World : Blame::Promise;
    return {Trouble{blame, {at, what + " to succeed", describe(*reply), {}, {}}}, *reply};
}

std::optional<Trouble> perform(const scenario::Step& step, StepContext context) {
    const Position at = step.at.position;
    Stage& stage = context.stage;
    stage.note(scenario::print_step(step));
    return std::visit(scenario::Overloaded{
        [&](const scenario::TimePasses& action) { return pass_time(action, stage); },
        [&](const scenario::Expect& action) { return expect(action, stage); },
        [&](const scenario::ExpectExactly& action) { return expect_exactly(action, at, context); },
        [&](const scenario::Never& action) { return never(action, at, context); },
        [&](const auto& action)
            requires requires { perform_customer(action, at, stage); }
                     { return perform_customer(action, at, stage); },
                     [&](const auto& action)
                         requires requires { perform_agent(action, at, stage); }
                                  { return perform_agent(action, at, stage); },
                                  [&](const auto& action)
                                      requires requires { perform_system(action, at, stage); }
        { return perform_system(action, at, stage); },
        },
        step.action);
}

}  // namespace runner
