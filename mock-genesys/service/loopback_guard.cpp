#include "mock-genesys/service/loopback_guard.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace mock {
namespace {

bool is_port(std::string_view text) {
    return text.empty() ||
           (text.starts_with(':') && text.size() > 1 &&
            std::ranges::all_of(text.substr(1), [](unsigned char c) { return std::isdigit(c) != 0; }));
}

bool is_loopback_authority(std::string_view authority) {
    for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"})
        if (authority.size() >= name.size() &&
            http::equal_ignoring_case(authority.substr(0, name.size()), name) &&
            is_port(authority.substr(name.size())))
            return true;
    return false;
}

bool is_loopback_origin(std::string_view origin) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (origin.starts_with(scheme)) return is_loopback_authority(origin.substr(scheme.size()));
    return false;
}

}  // namespace

bool is_local(const http::Headers& headers) {
    const auto host = headers.get("Host");
    const auto origin = headers.get("Origin");
    return (!host || is_loopback_authority(*host)) && (!origin || is_loopback_origin(*origin));
}

}  // namespace mock
