#include <fmt/format.h>

#include "harness/runner/perform.h"

namespace runner {
namespace {

constexpr std::string_view nothing_alerting = "mock.agent.nothing.alerting";

std::optional<Trouble> order(Stage& stage, document::Position at, const std::string& agent,
                             std::string_view what, const AgentBody& body = {}) {
    return control(stage, agent_request(agent, what, agent_body(body)), at).trouble;
}

}  // namespace

std::optional<Trouble> perform_agent(const scenario::AgentGoesOnQueue& step, document::Position at,
                                     Stage& stage) {
    return order(stage, at, step.agent, "on-queue");
}

std::optional<Trouble> perform_agent(const scenario::AgentGoesOffQueue& step, document::Position at,
                                     Stage& stage) {
    return order(stage, at, step.agent, "off-queue");
}

// The telephone may not ring yet: each time something new is seen, the agent tries again.
std::optional<Trouble> perform_agent(const scenario::AgentAccepts& step, document::Position at,
                                     Stage& stage) {
    const AgentBody body{.text = {}, .code = {}, .conversation = stage.captures().fill(step.conversation)};
    const base::Duration end = stage.now() + step.within;
    while (true) {
        ControlOutcome outcome = control(stage, agent_request(step.agent, "accept", agent_body(body)), at);
        if (answer_code(outcome.reply) != nothing_alerting) return outcome.trouble;
        const std::size_t seen = stage.observations().events().size();
        const bool has_news =
            stage.advance([&] { return stage.observations().events().size() > seen; }, end - stage.now());
        if (has_news) continue;
        outcome.trouble->mismatch.wanted = "a conversation to ring";
        outcome.trouble->mismatch.got = fmt::format("none within {}", base::to_seconds_text(step.within));
        return outcome.trouble;
    }
}

std::optional<Trouble> perform_agent(const scenario::AgentSays& step, document::Position at, Stage& stage) {
    const AgentBody body{.text = stage.captures().fill(step.text),
                         .code = {},
                         .conversation = stage.captures().fill(step.conversation)};
    ControlOutcome outcome = control(stage, agent_request(step.agent, "say", agent_body(body)), at);
    if (!outcome.trouble && !step.capture.empty())
        stage.captures().keep(step.capture, answer_text(outcome.reply, "messageId"), at.line);
    return std::move(outcome.trouble);
}

std::optional<Trouble> perform_agent(const scenario::AgentDisconnects& step, document::Position at,
                                     Stage& stage) {
    return order(stage, at, step.agent, "disconnect",
                 {.text = {}, .code = {}, .conversation = stage.captures().fill(step.conversation)});
}

std::optional<Trouble> perform_agent(const scenario::AgentWrapsUp& step, document::Position at,
                                     Stage& stage) {
    return order(stage, at, step.agent, "wrap-up",
                 {.text = {}, .code = step.code, .conversation = stage.captures().fill(step.conversation)});
}

}  // namespace runner
