// The two places where people paste an address although a name or an id is meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bridge {

// "https://apps.mypurecloud.de/directory/" -> "mypurecloud.de": without scheme, one leading "apps.", "login."
// or "api.", port and path, in lower case. nullopt if what remains is no host name with a dot.
std::optional<std::string> normal_host(std::string_view text);

// True for the domains of the regions that the vendor's SDKs know.
bool is_known_region(std::string_view host);

// A queue id as such, or out of the page URL of the queue (between "/queues/" and the next slash). nullopt if
// it is neither: an id is a UUID.
std::optional<std::string> queue_id(std::string_view id_or_url);

// "http://127.0.0.1:8080/" -> "http://127.0.0.1:8080": scheme, host and port, without anything behind them.
// nullopt if it is something else.
std::optional<std::string> normal_origin(std::string_view text);

}  // namespace bridge
