// Refusals as values, and their two shapes on the wire: the API's ErrorBody and the login host's OAuth error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/http/message.h"
#include "mock-genesys/core/authorization.h"
#include "mock-genesys/core/switches.h"

namespace mock {

// A refusal of /api/v2 (or, with a code that starts with "mock.", of what the vendor does not have).
struct ApiError {
    int status = 400;
    std::string code;
    std::string message;
    friend bool operator==(const ApiError&, const ApiError&) = default;
};

// Texts and codes: vendor API definition, x-inin-error-codes of the operations in scope.
ApiError bad_request();
// In the style of the vendor's schema validator; the code that goes with it is not documented, assumed
// bad.request.
ApiError schema_violation(std::string message);
ApiError invalid_value(std::string_view value, std::string_view type, std::string_view allowed);
ApiError invalid_query_value(std::string_view value, std::string_view parameter, std::string_view allowed);
ApiError invalid_date();
ApiError missing_open_channel_date();
ApiError authentication_required();
ApiError bad_credentials();
ApiError expired_credentials(ExpiredTokenCode code);
ApiError missing_permissions(Requirement::Kind kind, const std::vector<std::string_view>& missing);
ApiError not_a_client();
ApiError not_a_user();
ApiError not_found();
ApiError conversation_not_found();
ApiError entity_too_large(std::size_t bytes_max);
ApiError unsupported_media_type();
// Honest refusals of the simulator itself.
ApiError not_simulated(std::string_view method, std::string_view path);
ApiError method_not_allowed(std::string_view method, std::string_view path, std::string_view allowed);

// An ErrorBody in the key order of captured ones: message, code, status, contextId, details, errors; null
// keys omitted.
http::Response error_response(const ApiError& error, const std::string& context_id);

// A refusal of POST /oauth/token: three keys, the text twice (captured in public bug reports against the
// login host).
struct OAuthError {
    int status = 400;
    std::string error;
    std::string description;
    friend bool operator==(const OAuthError&, const OAuthError&) = default;
};
http::Response oauth_error_response(const OAuthError& error, const std::string& context_id);

}  // namespace mock
