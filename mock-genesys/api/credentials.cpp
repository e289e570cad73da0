#include "mock-genesys/api/credentials.h"

#include <algorithm>
#include <array>

#include "foundation/crypto/base64.h"
#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace mock {
namespace {

constexpr std::size_t grant_type_shown_max = 64;  // characters of a caller's text that an error repeats

OAuthError invalid_request(std::string description) {
    return {400, "invalid_request", std::move(description)};
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// What follows the scheme, if it is that scheme.
std::optional<std::string_view> after_scheme(const http::Headers& headers, std::string_view scheme) {
    const auto value = headers.get("Authorization");
    if (!value) return std::nullopt;
    const std::string_view text = trimmed(*value);
    const auto space = text.find(' ');
    if (space == std::string_view::npos || !http::equal_ignoring_case(text.substr(0, space), scheme))
        return std::nullopt;
    return trimmed(text.substr(space));
}

bool is_form(const http::Headers& headers) {
    const auto type = headers.get("Content-Type");
    return !type || http::equal_ignoring_case(trimmed(type->substr(0, type->find(';'))),
                                              "application/x-www-form-urlencoded");
}

struct Client {
    std::string id;
    std::string secret;
};

std::expected<Client, OAuthError> decode_basic(std::string_view encoded) {
    const auto decoded = crypto::decode_base64(encoded);
    const auto colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos) return std::unexpected(invalid_request("malformed basic authorization"));
    return Client{decoded->substr(0, colon), decoded->substr(colon + 1)};
}

std::expected<Client, OAuthError> decode_client(const http::Request& request, const http::Parameters& form) {
    if (const auto basic = after_scheme(request.headers, "Basic")) return decode_basic(*basic);
    const auto id = form.get("client_id");
    if (!id) return std::unexpected(invalid_request("client credentials missing"));
    return Client{std::string(*id), std::string(form.get("client_secret").value_or(""))};
}

}  // namespace

std::optional<std::string_view> bearer_token(const http::Headers& headers) {
    const auto token = after_scheme(headers, "Bearer");
    if (!token || token->empty()) return std::nullopt;
    return token;
}

// The texts of invalid_request and of the refused grants are not documented.
std::expected<TokenRequest, OAuthError> decode_token_request(const http::Request& request) {
    if (!is_form(request.headers)) return std::unexpected(invalid_request("content type must be a form"));
    const auto form = http::parse_form(request.body);
    if (!form) return std::unexpected(invalid_request("malformed form"));
    const auto grant_type = form->get("grant_type");
    if (!grant_type || grant_type->empty()) return std::unexpected(invalid_request("grant_type missing"));
    auto client = decode_client(request, *form);
    if (!client) return std::unexpected(client.error());
    return TokenRequest{std::move(client->id), std::move(client->secret), std::string(*grant_type)};
}

std::string encode_token(std::string_view token, long long expires_in_seconds) {
    return json::dump(
        {{"access_token", token}, {"token_type", "bearer"}, {"expires_in", expires_in_seconds}});
}

// 400 here but 401 for a wrong secret: seen against the live service (Go client library's login tests).
OAuthError unknown_client() { return {400, "invalid_client", "client not found"}; }

OAuthError wrong_secret() { return {401, "invalid_client", "authentication failed"}; }

OAuthError unauthorized_client(std::string description) {
    return {400, "unauthorized_client", std::move(description)};
}

OAuthError unsupported_grant(std::string_view grant_type) {
    return {400, "unsupported_grant_type",
            "grant type not supported: " + std::string(grant_type.substr(0, grant_type_shown_max))};
}

bool is_grant_of_the_vendor(std::string_view grant_type) {
    static constexpr std::array<std::string_view, 5> grants{"client_credentials", "authorization_code",
                                                            "refresh_token", "password",
                                                            "urn:ietf:params:oauth:grant-type:saml2-bearer"};
    return std::ranges::find(grants, grant_type) != grants.end();
}

}  // namespace mock
