// The control interface under /_mock/: what the vendor does not have (docs/interfaces.md, section 3).
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <variant>

#include "foundation/base/random.h"
#include "foundation/http/message.h"
#include "foundation/http/route_table.h"
#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/platform.h"
#include "mock-genesys/core/tokens.h"
#include "mock-genesys/faults/fault_list.h"

namespace mock {

// The answer is the event feed from this event number on.
struct FeedRequested {
    std::uint64_t cursor;
};
using ControlAnswer = std::variant<http::Response, FeedRequested>;

// What the interface controls; all of it outlives the interface.
struct Controlled {
    Organisation& organisation;
    Platform& platform;
    Tokens& tokens;
    FaultList& faults;
};

class ControlRequests {
  public:
    ControlRequests(Controlled controlled, std::uint64_t seed);

    ControlAnswer answer(const http::Request& request, base::Now now);
    http::Response refuse(const ApiError& error);

  private:
    using Result = std::expected<std::string, ApiError>;  // a body of JSON
    enum class Action {
        Live,
        SetWebhook,
        GoOnQueue,
        GoOffQueue,
        Accept,
        Say,
        Type,
        Disconnect,
        WrapUp,
        ReadAgent,
        MintToken,
        ExpireTokens,
        ArmFault,
        ClearFaults,
        Follow
    };
    struct Exchange {
        const http::Request& request;
        const http::Parameters& path;
        base::Now now;
    };

    static http::RouteTable<Action> routes();
    Result perform(Action action, const Exchange& exchange);
    Result perform_for_agent(Action action, const Exchange& exchange);
    Result set_webhook(const Exchange& exchange);
    Result set_on_queue(const std::string& agent, bool on_queue, base::Now now);
    Result choose(Action action, const std::string& agent, const Exchange& exchange);
    Result say(const std::string& agent, const Exchange& exchange);
    // A user token, as if the agent had signed in with the organisation's first OAuth client.
    Result mint_token(const std::string& agent, const Exchange& exchange);
    Result wrap_up(const std::string& agent, const Exchange& exchange);
    Result arm_fault(const Exchange& exchange);
    ApiError refusal_of(AgentRefusal refusal, const std::string& agent, const std::string& code = {}) const;

    Controlled controlled_;
    base::Random correlation_ids_;
    http::RouteTable<Action> routes_ = routes();
};

}  // namespace mock
