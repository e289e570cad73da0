// Performs one step on the stage.
#pragma once

#include <optional>
#include <string>

#include "harness/runner/result.h"
#include "harness/runner/stage.h"
#include "harness/scenario/step.h"

namespace runner {

// How long a request of the runner's own may take, in the world's time.
inline constexpr base::Duration answer_limit = std::chrono::seconds{30};

struct StepContext {
    Stage& stage;
    base::Duration idle_horizon;  // how far a `never ... until: idle` looks
    std::vector<std::string>& notes;
};

// What went wrong; the runner adds when and where.
struct Trouble {
    Blame blame = Blame::Promise;
    Mismatch mismatch;
    std::string promise;  // the name of the promise that was broken; empty: the step itself did not hold
};

// nullopt when the step held.
std::optional<Trouble> perform(const scenario::Step& step, StepContext context);

// The steps by actor; each file performs the kinds of one.
std::optional<Trouble> perform_customer(const scenario::CustomerSays& step, document::Position at,
                                        Stage& stage);
std::optional<Trouble> perform_customer(const scenario::CustomerRepeats& step, document::Position at,
                                        Stage& stage);
std::optional<Trouble> perform_customer(const scenario::CustomerReconnects& step, document::Position at,
                                        Stage& stage);
std::optional<Trouble> perform_customer(const scenario::CustomerReloads& step, document::Position at,
                                        Stage& stage);
std::optional<Trouble> perform_customer(const scenario::CustomerPresence& step, document::Position at,
                                        Stage& stage);

std::optional<Trouble> perform_agent(const scenario::AgentGoesOnQueue& step, document::Position at,
                                     Stage& stage);
std::optional<Trouble> perform_agent(const scenario::AgentGoesOffQueue& step, document::Position at,
                                     Stage& stage);
std::optional<Trouble> perform_agent(const scenario::AgentAccepts& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_agent(const scenario::AgentSays& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_agent(const scenario::AgentDisconnects& step, document::Position at,
                                     Stage& stage);
std::optional<Trouble> perform_agent(const scenario::AgentWrapsUp& step, document::Position at, Stage& stage);

std::optional<Trouble> perform_system(const scenario::InjectFault& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_system(const scenario::ClearFaults& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_system(const scenario::ExpireTokens& step, document::Position at,
                                      Stage& stage);
std::optional<Trouble> perform_system(const scenario::CrashBridge& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_system(const scenario::RestartBridge& step, document::Position at,
                                      Stage& stage);
std::optional<Trouble> perform_system(const scenario::Heal& step, document::Position at, Stage& stage);
std::optional<Trouble> perform_system(const scenario::ForgeWebhook& step, document::Position at,
                                      Stage& stage);

std::optional<Trouble> perform_connector(const scenario::ConnectorCalls& step, document::Position at,
                                         Stage& stage);

// The same for a promise that the product makes.
Trouble trouble_of(const invariants::BrokenPromise& broken, document::Position at);

// A request to the control interface that must be answered with 2xx.
struct ControlOutcome {
    std::optional<Trouble> trouble;
    Reply reply;
};
ControlOutcome control(Stage& stage, http::Request request, document::Position at);

}  // namespace runner
