#include "harness/invariants/fact.h"

#include <fmt/format.h>

namespace invariants {
namespace {

constexpr std::size_t text_bytes_shown = 60;

std::string who(const std::string& customer) {
    return customer.empty() ? "customer" : fmt::format("customer({})", customer);
}

// At most so many bytes, never half a character of UTF-8.
std::string shown(const std::string& text) {
    if (text.size() <= text_bytes_shown) return fmt::format("\"{}\"", text);
    std::size_t end = text_bytes_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return fmt::format("\"{}...\" ({} bytes)", text.substr(0, end), text.size());
}

std::string status_text(int status) { return status == 0 ? "no answer" : fmt::format("{}", status); }

std::string kind_text(ApiCalled::Kind kind) {
    switch (kind) {
        case ApiCalled::Kind::Token:
            return "asks for a token";
        case ApiCalled::Kind::Inbound:
            return "sends a message";
        case ApiCalled::Kind::Other:
            return "asks Genesys Cloud";
    }
    return {};
}

struct Teller {
    std::string operator()(const LineWritten& fact) const {
        return fmt::format("{} writes {} (message {})", who(fact.customer), shown(fact.text), fact.message);
    }
    std::string operator()(const LineAcknowledged& fact) const {
        return fmt::format("the bridge acknowledges message {} of {}", fact.message, who(fact.customer));
    }
    std::string operator()(const OutputSeen& fact) const {
        return fmt::format("{} sees {} of the {} (message {})", who(fact.customer), shown(fact.text),
                           fact.source, fact.message);
    }
    std::string operator()(const StatusSeen& fact) const {
        return fmt::format("{} sees status {}, generation {}", who(fact.customer), fact.status,
                           fact.generation);
    }
    std::string operator()(const InboundTaken& fact) const {
        return fmt::format("Genesys takes {} of {} (message {}, conversation {})", shown(fact.text),
                           fact.address, fact.provider_message, fact.conversation);
    }
    std::string operator()(const OutboundSaid& fact) const {
        return fmt::format("{} says {} (message {}, conversation {})",
                           fact.agent.empty() ? "the flow" : fact.agent, shown(fact.text), fact.message,
                           fact.conversation);
    }
    std::string operator()(const ConversationStarted& fact) const {
        return fmt::format("conversation {} of {} starts", fact.conversation, fact.address);
    }
    std::string operator()(const ConversationEnded& fact) const {
        return fmt::format("conversation {} of {} ends", fact.conversation, fact.address);
    }
    std::string operator()(const ParticipantMoved& fact) const {
        return fmt::format("{} is {} in conversation {}", fact.agent.empty() ? fact.purpose : fact.agent,
                           fact.state, fact.conversation);
    }
    std::string operator()(const WebhookAttempted& fact) const {
        return fmt::format("Genesys begins attempt {} of webhook {}", fact.attempt, fact.message);
    }
    std::string operator()(const WebhookConcluded& fact) const {
        return fmt::format("attempt {} of webhook {}: {}, {}", fact.attempt, fact.message,
                           status_text(fact.status), fact.verdict);
    }
    std::string operator()(const WebhookPosted& fact) const {
        return fmt::format("Genesys posts webhook {} ({} bytes)", fact.message, fact.body.size());
    }
    std::string operator()(const ApiCalled& fact) const {
        return fmt::format("the bridge {} (call {}{})", kind_text(fact.kind), fact.call,
                           fact.provider_message.empty() ? "" : ", message " + fact.provider_message);
    }
    std::string operator()(const ApiAnswered& fact) const {
        return fmt::format("call {} is answered: {}", fact.call, status_text(fact.status));
    }
    std::string operator()(const WebhookForged& fact) const {
        return fmt::format("somebody posts {} ({} signed): {}", shown(fact.text),
                           fact.is_genuine ? "rightly" : "wrongly", status_text(fact.status));
    }
    std::string operator()(const BridgeCrashed& /*fact*/) const { return "the bridge crashes"; }
    std::string operator()(const BridgeRestarted& /*fact*/) const { return "the bridge starts again"; }
    std::string operator()(const TokensExpired& /*fact*/) const { return "every token expires"; }
    std::string operator()(const FaultArmed& fact) const {
        return fmt::format("the next {} {} go wrong", fact.first,
                           fact.on == FaultArmed::On::Webhooks ? "webhooks" : "requests");
    }
    std::string operator()(const FaultsCleared& /*fact*/) const { return "the faults are over"; }
};

}  // namespace

std::string describe(const Seen& seen) {
    return fmt::format("#{} t={} {}", seen.number, base::to_seconds_text(seen.time),
                       std::visit(Teller{}, seen.fact));
}

}  // namespace invariants
