#include "mock-genesys/api/standard_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "foundation/http/message.h"

namespace mock {
namespace {

struct Standard {
    int status;
    std::string_view code;
    std::string_view message;
};

// Vendor API definition, error codes that every operation declares.
constexpr std::array standards{
    Standard{400, "bad.request",
             "The request could not be understood by the server due to malformed syntax."},
    Standard{401, "bad.credentials", "Invalid login credentials."},
    Standard{403, "not.authorized", "You are not authorized to perform the requested action."},
    Standard{404, "not.found", "The requested resource was not found."},
    Standard{
        408, "client.timeout",
        "The client did not produce a request within the server timeout limit. This can be caused by a slow "
        "network connection and/or large payloads."},
    Standard{409, "request.conflict", "The request conflicts with the current state of the target resource."},
    Standard{429, "too.many.requests", "Rate limit exceeded the maximum [300] requests within [60] seconds"},
    Standard{
        500, "internal.server.error",
        "The server encountered an unexpected condition which prevented it from fulfilling the request."},
    Standard{
        503, "service.unavailable",
        "Service Unavailable - The server is currently unavailable (because it is overloaded or down for "
        "maintenance)."},
    Standard{504, "request.timeout", "The request timed out."},
};

}  // namespace

ApiError standard_error(int status) {
    const auto found = std::ranges::find(standards, status, &Standard::status);
    if (found != standards.end()) return {status, std::string(found->code), std::string(found->message)};
    return {status, "mock.fault", fmt::format("A fault answers {} {}.", status, http::reason_phrase(status))};
}

}  // namespace mock
