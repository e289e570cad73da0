// The part of the link that asks Genesys whether it has a line.
#include "bridge/api/genesys_calls.h"
#include "bridge/service/genesys_link.h"

namespace bridge {
namespace {

// The customer takes part once for each time that the conversation was opened; empty if nothing was written.
GenesysMessageId newest_of_customer(const ConversationReading& conversation) {
    GenesysMessageId newest;
    for (const ParticipantReading& participant : conversation.participants)
        if (participant.purpose == "customer" && !participant.messages.empty())
            newest = participant.messages.back();
    return newest;
}

}  // namespace

Started GenesysLink::search(const SessionId& session, const OutgoingLine& line,
                            const ConversationId& conversation, Turn& turn) {
    if (is_paused(turn, CallUse::Line)) return Started::NotYet;
    auto access = token(turn);
    if (!access) return Started::NotYet;
    auto request = conversation_request(*access, conversation);
    call(NewestCall{{session, line.number, line.id, conversation}}, *std::move(access), settings_.api_origin,
         std::move(request), turn);
    return Started::Yes;
}

CallOutcome GenesysLink::answered(const NewestCall& purpose, const Pending& pending, const Result& result,
                                  Turn& turn) {
    const Sought& sought = purpose.sought;
    const http::Response* const response = success(result);
    const auto conversation = response == nullptr ? std::nullopt : decode_conversation(response->body);
    if (!conversation) return not_searched(sought, pending, result, turn);
    const GenesysMessageId newest = newest_of_customer(*conversation);
    if (newest.empty()) return LineMissing{sought.session, sought.number};
    auto request = stored_message_request(pending.token, sought.conversation, newest);
    call(MessageCall{sought}, pending.token, settings_.api_origin, std::move(request), turn);
    return NothingNew{};
}

CallOutcome GenesysLink::answered(const MessageCall& purpose, const Pending& pending, const Result& result,
                                  Turn& turn) {
    const Sought& sought = purpose.sought;
    const http::Response* const response = success(result);
    if (response == nullptr) return not_searched(sought, pending, result, turn);
    const bool has_arrived = decode_sent_message_id(response->body) == sought.id;
    turn.trace("reconcile.asked", {{"session", sought.session.text()},
                                   {"messageId", sought.id.text()},
                                   {"arrived", has_arrived ? "true" : "false"}});
    if (has_arrived) return LineSent{sought.session, sought.number, sought.conversation};
    return LineMissing{sought.session, sought.number};
}

// Who may not or cannot be told sends again, with the same id: a line twice is better than a line lost.
CallOutcome GenesysLink::not_searched(const Sought& sought, const Pending& pending, const Result& result,
                                      Turn& turn) {
    const SendFailure failure =
        success(result) != nullptr ? SendFailure::Permanent : classify(result, pending.token, turn);
    const std::string reason = "not reconciled: " + reason_of(result);
    if (failure != SendFailure::Permanent) return LineFailed{sought.session, sought.number, failure, reason};
    turn.trace("reconcile.refused", {{"session", sought.session.text()}, {"reason", reason}});
    return LineMissing{sought.session, sought.number};
}

}  // namespace bridge
