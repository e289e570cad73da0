// Which operations the vendor's public API has in the area that this mock is about: names only, so that a
// request for one that is not simulated is told from a request for nothing.
#pragma once

#include <span>
#include <string_view>

namespace mock {

struct KnownPath {
    std::string_view path;     // below "/api/v2/": "routing/queues/{queueId}"
    std::string_view methods;  // separated by spaces: "GET PUT DELETE"
};

// Conversations, messaging, routing, users, authorization, OAuth, flows, analytics, notifications and usage;
// by path (vendor API definition, July 2026).
std::span<const KnownPath> known_paths();

}  // namespace mock
