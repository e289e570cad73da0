#include "bridge/config/genesys_address.h"

#include <algorithm>
#include <array>

#include "foundation/http/uri.h"

namespace bridge {
namespace {

// JavaScript SDK "purecloud-platform-client-v2", PureCloudRegionHosts.
constexpr std::array<std::string_view, 18> regions{
    "mypurecloud.com",    "use2.us-gov-pure.cloud", "usw2.pure.cloud",  "cac1.pure.cloud",
    "sae1.pure.cloud",    "mxc1.pure.cloud",        "mypurecloud.jp",   "apne2.pure.cloud",
    "apne3.pure.cloud",   "mypurecloud.ie",         "euw2.pure.cloud",  "mypurecloud.de",
    "euc2.pure.cloud",    "mec1.pure.cloud",        "apse1.pure.cloud", "aps1.pure.cloud",
    "mypurecloud.com.au", "edee1.eusc-pure.cloud"};
constexpr std::array<std::string_view, 3> dropped_labels{"apps.", "login.", "api."};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_label_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? text[i] != '-' : !is_hex(text[i])) return false;
    }
    return true;
}

}  // namespace

std::optional<std::string> normal_host(std::string_view text) {
    std::string host(text);
    std::ranges::transform(host, host.begin(), lower);
    if (const auto scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
    host.erase(std::min(host.find_first_of(":/?#"), host.size()));
    for (const std::string_view label : dropped_labels) {
        if (!host.starts_with(label)) continue;
        host.erase(0, label.size());
        break;
    }
    const bool is_name = std::ranges::all_of(host, is_label_character) && host.contains('.') &&
                         !host.contains("..") && !host.starts_with('.') && !host.ends_with('.');
    if (!is_name) return std::nullopt;
    return host;
}

bool is_known_region(std::string_view host) { return std::ranges::find(regions, host) != regions.end(); }

std::optional<std::string> queue_id(std::string_view id_or_url) {
    constexpr std::string_view marker = "/queues/";
    if (const auto place = id_or_url.find(marker); place != std::string_view::npos) {
        id_or_url.remove_prefix(place + marker.size());
        id_or_url = id_or_url.substr(0, id_or_url.find_first_of("/?#"));
    }
    if (!is_uuid(id_or_url)) return std::nullopt;
    return std::string(id_or_url);
}

std::optional<std::string> normal_origin(std::string_view text) {
    const auto url = http::parse_url(text);
    if (!url || url->target != "/") return std::nullopt;
    return url->origin();
}

}  // namespace bridge
