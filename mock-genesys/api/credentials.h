// Who is calling: the Authorization header in its two schemes, and the request for a token.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/http/message.h"
#include "mock-genesys/api/errors.h"

namespace mock {

// The token of "Bearer ..." (the word in any case: connectors send "bearer" too), or nullopt if there is
// none.
std::optional<std::string_view> bearer_token(const http::Headers& headers);

// A well-formed client-credentials request; whether the client exists is not looked at.
struct TokenRequest {
    std::string client_id;
    std::string client_secret;
    std::string grant_type;
};
// Client id and secret come from Basic authorization or, as some production connectors send them, from the
// form; Basic wins. The scope is ignored (this grant is limited by roles).
std::expected<TokenRequest, OAuthError> decode_token_request(const http::Request& request);

// {"access_token","token_type":"bearer","expires_in"}
std::string encode_token(std::string_view token, long long expires_in_seconds);

OAuthError unknown_client();
OAuthError wrong_secret();
OAuthError unauthorized_client(std::string description);
OAuthError unsupported_grant(std::string_view grant_type);
// A grant type that the vendor has but a client-credentials client may not use.
bool is_grant_of_the_vendor(std::string_view grant_type);

}  // namespace mock
