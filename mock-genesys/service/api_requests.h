// The vendor's side of the mock: requests to /oauth/token and /api/v2 and what answers them.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

#include "foundation/base/random.h"
#include "foundation/http/message.h"
#include "mock-genesys/api/errors.h"
#include "mock-genesys/api/operations.h"
#include "mock-genesys/core/access.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/platform.h"
#include "mock-genesys/core/tokens.h"
#include "mock-genesys/operations/table.h"
#include "mock-genesys/service/event.h"
#include "mock-genesys/service/inbound_requests.h"

namespace mock {

class ApiRequests {
  public:
    // What it works on must outlive this.
    ApiRequests(Organisation& organisation, Platform& platform, Tokens& tokens, std::uint64_t seed);

    struct Answer {
        http::Response response;
        std::optional<Event> event;  // token.issued or request.refused
    };
    Answer answer(const http::Request& request, base::Now now);

  private:
    using Routes = http::RouteTable<const OperationEntry*>;
    using Result = std::expected<http::Response, ApiError>;
    struct Exchange {
        const http::Request& request;
        const http::Parameters& path;
        const http::Parameters& query;
        Caller caller;
        base::Now now;
        const std::string& context_id;
    };

    Result route(const Routes::Result& found, const http::Request& request, base::Now now,
                 const std::string& context_id);
    Result perform(const OperationEntry& entry, const Exchange& exchange);
    Result perform_for_resource(Perform function, const Exchange& exchange);
    std::expected<Caller, ApiError> authenticate(const http::Request& request, base::Now now) const;
    Answer issue_token(const http::Request& request, base::Now now, const std::string& context_id);
    std::expected<const OAuthClient*, OAuthError> admit(const http::Request& request) const;
    Result receive_message(const Exchange& exchange);
    Result receive_other(Operation operation, const Exchange& exchange);
    Result read_conversation(const Exchange& exchange);
    Result read_message(const Exchange& exchange);
    Result list_queues(const Exchange& exchange);
    Result list_integrations(Operation operation, const Exchange& exchange);
    const Integration* find_integration(std::string_view id) const;

    Organisation& organisation_;
    Platform& platform_;
    Tokens& tokens_;
    InboundRequests inbound_;
    base::Random correlation_ids_;
    base::Random new_ids_;
    Routes routes_ = operation_routes();
    Access access_;
    std::optional<base::UtcTime> since_;  // of the first request
};

}  // namespace mock
