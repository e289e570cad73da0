// A shrunk story as a scenario file that a person would have written.
#pragma once

#include <cstdint>
#include <string>

#include "harness/explore/shrink.h"

namespace explore {

struct Origin {
    std::uint64_t seed = 0;  // of the run
    std::string command;     // that finds it again
};

// The whole file: how it was found, the facts that show the breach, and the scenario. It parses, and playing
// it with its own seed breaks the same promise.
std::string counter_example(const Shrunk& shrunk, const Origin& origin);

// "outbound-once-1234.yaml"
std::string file_name(const Shrunk& shrunk, const Origin& origin);

}  // namespace explore
