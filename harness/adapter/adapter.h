// How somebody else's connector is started, spoken to and watched: what an adapter file says.
// docs/interfaces.md describes the file.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/base/time.h"

namespace adapter {

// A request whose path and body have ${customer}, ${text} and ${message.id} in them.
struct LineRequest {
    std::string method = "POST";
    std::string path;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    friend bool operator==(const LineRequest&, const LineRequest&) = default;
};

// A page of the connector, asked again and again, that lists what a customer has been shown so far.
struct Page {
    std::string path;     // with ${customer}
    std::string items;    // JSON pointer to the list; empty: the whole body
    std::string text;     // pointers from an item
    std::string message;  // empty: the items have no ids
    std::string source;   // to "agent" or "bot"; empty: everything is the agent's
    base::Duration every = std::chrono::milliseconds{50};
    friend bool operator==(const Page&, const Page&) = default;
};

// Scenarios with this step, or this tag, are left out.
struct Inability {
    std::string step;  // "customer.repeats", "bot.resumes"; empty if it is a tag
    std::string tag;
    std::string because;
    friend bool operator==(const Inability&, const Inability&) = default;
};

struct Adapter {
    std::string name;
    std::vector<std::string> command;  // looked up in PATH, run in the folder of the file
    std::vector<std::pair<std::string, std::string>> environment;
    std::string ready;    // path that answers 2xx as soon as the connector listens
    std::string webhook;  // path for the vendor's webhook
    LineRequest says;
    std::optional<Page> sees;  // none: only the side of Genesys Cloud can be watched
    bool survives_crash = false;
    std::vector<Inability> cannot;
    friend bool operator==(const Adapter&, const Adapter&) = default;
};

}  // namespace adapter
