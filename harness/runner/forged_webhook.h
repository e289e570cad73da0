// A webhook as an intruder posts it: well-formed in everything but its signature.
#pragma once

#include <string>

#include "harness/runner/world.h"
#include "harness/scenario/step.h"

namespace runner {

struct Forgery {
    std::string text;
    scenario::Signature signature = scenario::Signature::Wrong;
    std::string message;  // the id it claims, 32 hex digits
    std::string conversation;
    std::string integration;
    std::string address;  // of the customer it is meant for
    std::string secret;   // from the bridge file
};

// Member order and shape as in webhooks captured in 2025; the signature is described in the Genesys developer
// centre, "Validate webhooks".
http::Request forge(const Forgery& forgery);

}  // namespace runner
