// The bridge as a client of Genesys Cloud: one OAuth client, one integration, any number of calls. Whoever
// wants something sent asks until it has been started; what is missing for it (a token, the integration's id)
// is fetched on the way, once for all who wait. When Genesys asks for a pause (429, Retry-After) nothing is
// started before it is over, since the limit counts per token.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "bridge/core/end_detector.h"
#include "bridge/core/ids.h"
#include "bridge/core/integration_lookup.h"
#include "bridge/core/outbox.h"
#include "bridge/core/rate_budget.h"
#include "bridge/core/settings.h"
#include "bridge/core/token_keeper.h"
#include "bridge/service/turn.h"
#include "foundation/host/host.h"

namespace bridge {

inline constexpr base::Duration call_timeout = std::chrono::seconds{10};

enum class Started { Yes, NotYet };
enum class Access { Token, Integration };

// --- what the end of a call means ---
struct NothingNew {};  // something may be possible now that was not
// Nobody who waits for this can be served now.
struct AccessFailed {
    Access access;
    SendFailure failure;
    std::string reason;  // for people, without secrets
};
struct LineSent {
    SessionId session;
    std::uint64_t number;
    ConversationId conversation;  // may be empty
};
struct LineMissing {  // Genesys was asked and does not have it
    SessionId session;
    std::uint64_t number;
};
struct LineFailed {
    SessionId session;
    std::uint64_t number;
    SendFailure failure;
    std::string reason;
};
struct ConversationRead {
    SessionId session;
    unsigned generation;
    ConversationReading reading;
};
struct ConversationNotRead {
    SessionId session;
    unsigned generation;
    bool is_unknown;  // Genesys says that there is none
};
using CallOutcome = std::variant<NothingNew, AccessFailed, LineSent, LineMissing, LineFailed,
                                 ConversationRead, ConversationNotRead>;

class GenesysLink {
  public:
    GenesysLink(GenesysSettings settings, std::size_t calls_per_minute_max);

    Started send(const SessionId& session, const OutgoingLine& line, Turn& turn);
    Started read(const SessionId& session, unsigned generation, const ConversationId& conversation,
                 Turn& turn);

    // Asks whether Genesys has that line. Lines of a session arrive in order and one by one, so if it is
    // there it is the customer's newest message of the conversation. Ends in LineSent, LineMissing or
    // LineFailed.
    Started search(const SessionId& session, const OutgoingLine& line, const ConversationId& conversation,
                   Turn& turn);

    CallOutcome finished(const host::CallFinished& call, Turn& turn);

    // When something can be started that wants to be at `wanted`; nullopt while a call is under way that
    // decides it.
    std::optional<base::TimePoint> possible_at(base::TimePoint wanted, CallUse use) const;

  private:
    struct TokenCall {};
    struct LookupCall {};
    struct LineCall {
        SessionId session;
        std::uint64_t number;
    };
    struct ReadCall {
        SessionId session;
        unsigned generation;
    };
    struct Sought {
        SessionId session;
        std::uint64_t number;
        MessageId id;
        ConversationId conversation;
    };
    struct NewestCall {  // which message of the customer is the newest?
        Sought sought;
    };
    struct MessageCall {  // is that message the line?
        Sought sought;
    };
    using Purpose = std::variant<TokenCall, LookupCall, LineCall, ReadCall, NewestCall, MessageCall>;
    struct Pending {
        Purpose purpose;
        std::string token;  // that was sent with it
    };
    using Result = std::variant<http::Response, host::TransportFailure>;

    // The response if it is a success.
    static const http::Response* success(const Result& result);
    static std::string reason_of(const Result& result);

    // The token, or nullopt and it is being fetched.
    std::optional<std::string> token(Turn& turn);
    std::optional<IntegrationId> integration(const std::string& token, Turn& turn);
    // Genesys has asked for a pause, or the budget of the minute is spent.
    bool is_paused(const Turn& turn, CallUse use) const;
    void call(Purpose purpose, std::string token, const std::string& origin, http::Request request,
              Turn& turn);

    CallOutcome answered(const TokenCall& purpose, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome answered(const LookupCall& purpose, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome answered(const LineCall& purpose, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome answered(const ReadCall& purpose, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome answered(const NewestCall& purpose, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome answered(const MessageCall& purpose, const Pending& pending, const Result& result,
                         Turn& turn);
    CallOutcome not_searched(const Sought& sought, const Pending& pending, const Result& result, Turn& turn);
    CallOutcome page_arrived(const IntegrationPage& page, const std::string& token, Turn& turn);
    CallOutcome lookup_failed(SendFailure failure, std::string reason, Turn& turn);
    // How a result that is no success failed; pauses and drops the token as it asks for.
    SendFailure classify(const Result& result, const std::string& token, Turn& turn);
    void pause(const http::Response& response, Turn& turn);

    GenesysSettings settings_;
    TokenKeeper tokens_;
    IntegrationLookup lookup_;
    bool lookup_renewed_token_ = false;
    base::TimePoint paused_until_{};
    RateBudget budget_;
    std::uint64_t last_call_ = 0;
    std::map<host::CallId, Pending> pending_;
};

}  // namespace bridge
