// The kinds of steps that exploration makes stories of.
#pragma once

#include <array>
#include <string_view>

#include "harness/scenario/step.h"

namespace explore {

enum class Kind {
    AskForHuman,
    Say,
    Repeat,
    Reconnect,
    Reload,
    LeaveAndReturn,
    OnQueue,
    OffQueue,
    Accept,
    AgentSays,
    Disconnect,
    WrapUp,
    Wait,
    WaitLong,
    WebhookFault,
    RequestFault,
    ClearFaults,
    ExpireTokens,
    Crash,
    Restart,
    Forge,
};
inline constexpr std::array all_kinds{
    Kind::AskForHuman,    Kind::Say,         Kind::Repeat,       Kind::Reconnect, Kind::Reload,
    Kind::LeaveAndReturn, Kind::OnQueue,     Kind::OffQueue,     Kind::Accept,    Kind::AgentSays,
    Kind::Disconnect,     Kind::WrapUp,      Kind::Wait,         Kind::WaitLong,  Kind::WebhookFault,
    Kind::RequestFault,   Kind::ClearFaults, Kind::ExpireTokens, Kind::Crash,     Kind::Restart,
    Kind::Forge};

std::string_view name_of(Kind kind);

// "customer.says", "fault", "bridge.crashes": what a step is called in coverage, without names and values.
std::string key_of(const scenario::Step& step);

}  // namespace explore
