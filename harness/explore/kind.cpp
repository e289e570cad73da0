#include "harness/explore/kind.h"

#include "harness/scenario/scenario.h"

namespace explore {

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::AskForHuman:
            return "ask-for-human";
        case Kind::Say:
            return "say";
        case Kind::Repeat:
            return "repeat";
        case Kind::Reconnect:
            return "reconnect";
        case Kind::Reload:
            return "reload";
        case Kind::LeaveAndReturn:
            return "leave-and-return";
        case Kind::OnQueue:
            return "on-queue";
        case Kind::OffQueue:
            return "off-queue";
        case Kind::Accept:
            return "accept";
        case Kind::AgentSays:
            return "agent-says";
        case Kind::Disconnect:
            return "disconnect";
        case Kind::WrapUp:
            return "wrap-up";
        case Kind::Wait:
            return "wait";
        case Kind::WaitLong:
            return "wait-long";
        case Kind::WebhookFault:
            return "webhook-fault";
        case Kind::RequestFault:
            return "request-fault";
        case Kind::ClearFaults:
            return "clear-faults";
        case Kind::ExpireTokens:
            return "expire-tokens";
        case Kind::Crash:
            return "crash";
        case Kind::Restart:
            return "restart";
        case Kind::Forge:
            return "forge";
    }
    return "unknown";
}

std::string key_of(const scenario::Step& step) {
    const std::string printed = scenario::print_step(step);
    std::string key = printed.substr(0, printed.find(": "));
    const std::size_t open = key.find('(');
    if (open != std::string::npos) key.erase(open, key.find(')') + 1 - open);
    return key;
}

}  // namespace explore
