#include "mock-genesys/api/errors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "foundation/json/json.h"
#include "mock-genesys/api/responses.h"

namespace mock {

ApiError bad_request() {
    return {400, "bad.request", "The request could not be understood by the server due to malformed syntax."};
}

ApiError schema_violation(std::string message) { return {400, "bad.request", std::move(message)}; }

ApiError invalid_value(std::string_view value, std::string_view type, std::string_view allowed) {
    return {400, "invalid.value",
            fmt::format("Value [{}] is not valid for field type [{}]. Allowable values are: {}", value, type,
                        allowed)};
}

ApiError invalid_query_value(std::string_view value, std::string_view parameter, std::string_view allowed) {
    return {400, "invalid.query.param.value",
            fmt::format("Value [{}] is not valid for parameter [{}]. Allowable values are: {}", value,
                        parameter, allowed)};
}

ApiError invalid_date() {
    return {400, "invalid.date",
            "Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ"};
}

ApiError missing_open_channel_date() {
    return {400, "missing.open.channel.date", "Missing open channel date."};
}

ApiError authentication_required() {
    return {401, "authentication.required",
            "No authentication bearer token specified in authorization header."};
}

ApiError bad_credentials() { return {401, "bad.credentials", "Invalid login credentials."}; }

ApiError expired_credentials(ExpiredTokenCode code) {
    switch (code) {
        case ExpiredTokenCode::BadCredentials:
            return bad_credentials();
        case ExpiredTokenCode::CredentialsExpired:
            return {401, "credentials.expired", "The supplied credentials are expired and cannot be used."};
    }
    std::unreachable();
}

// How several permissions are separated is not documented; a comma and a space are assumed.
ApiError missing_permissions(Requirement::Kind kind, const std::vector<std::string_view>& missing) {
    const std::string list = fmt::format("{}", fmt::join(missing, ", "));
    switch (kind) {
        case Requirement::Kind::All:
            return {403, "missing.permissions",
                    "Unable to perform the requested action. You are missing the following permission(s): " +
                        list};
        case Requirement::Kind::Any:
            return {403, "missing.any.permissions",
                    "Unable to perform the requested action. You must have at least one of the following "
                    "permissions "
                    "assigned: " +
                        list};
    }
    std::unreachable();
}

ApiError not_a_client() {
    return {
        400, "not.a.client",
        "This request requires a non-user context. User token cannot be used for requests to this resource."};
}

ApiError not_a_user() {
    return {400, "not.a.user",
            "This request requires a user context. Client credentials cannot be used for requests to this "
            "resource."};
}

ApiError not_found() { return {404, "not.found", "The requested resource was not found."}; }

ApiError conversation_not_found() {
    return {404, "conversation.error.conversation.not.found", "The conversation does not exist."};
}

ApiError entity_too_large(std::size_t bytes_max) {
    return {413, "request.entity.too.large",
            fmt::format("The request is over the size limit. Maximum bytes: {}", bytes_max)};
}

ApiError unsupported_media_type() {
    return {415, "unsupported.media.type",
            "Unsupported Media Type - Unsupported or incorrect media type, such as an incorrect Content-Type "
            "value in "
            "the header."};
}

ApiError not_simulated(std::string_view method, std::string_view path) {
    return {501, "mock.not.simulated", fmt::format("{} {} is not simulated by this mock.", method, path)};
}

ApiError method_not_allowed(std::string_view method, std::string_view path, std::string_view allowed) {
    return {405, "mock.method.not.allowed",
            fmt::format("{} is not a method of {}; it has {}.", method, path, allowed)};
}

http::Response error_response(const ApiError& error, const std::string& context_id) {
    const json::Ordered body{{"message", error.message},
                             {"code", error.code},
                             {"status", error.status},
                             {"contextId", context_id},
                             {"details", json::Ordered::array()},
                             {"errors", json::Ordered::array()}};
    return json_response(error.status, json::dump(body), context_id);
}

http::Response oauth_error_response(const OAuthError& error, const std::string& context_id) {
    const json::Ordered body{
        {"error", error.error}, {"description", error.description}, {"error_description", error.description}};
    return json_response(error.status, json::dump(body), context_id);
}

}  // namespace mock
