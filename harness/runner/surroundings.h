// What the runner must know of the organisation and the bridge to play a customer and an intruder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/invariants/rules.h"

namespace runner {

struct Surroundings {
    std::string url_token;             // of the bridge's chat channel
    std::string webhook_secret;        // for forged webhooks; empty: the bridge does not check
    std::string deployment;            // the integration's name
    std::string integration;           // its id, empty if the organisation file gives none
    std::vector<std::string> secrets;  // every secret of both files: to be redacted
    invariants::Rules rules{};         // what promises depend on
    std::string client_id = {};        // of the bridge's OAuth client
    std::string client_secret = {};
};

// Reads both files as far as it understands them; whether they are right is judged by the programs they
// belong to.
Surroundings read_surroundings(std::string_view organisation_text, std::string_view bridge_text);

}  // namespace runner
