// What handover run is asked to do.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "harness/command/selection.h"
#include "harness/runner/report_text.h"
#include "harness/runner/world.h"
#include "harness/scenario/scenario.h"

namespace command {

using MakeWorld = std::function<std::expected<std::unique_ptr<runner::World>, runner::WorldFailure>(
    const runner::WorldSettings&)>;

// The worlds there are; main wires them.
struct Worlds {
    MakeWorld simulated;
    MakeWorld live;
};

struct RunSettings {
    std::vector<std::string> paths;
    std::vector<scenario::WorldKind> worlds;
    std::optional<std::uint64_t> seed;  // wins over that of a file
    double time_scale = 10;             // of live worlds
    SelectionSettings selection;
    bool only_last_failed = false;
    std::string memory_file;     // of what failed; empty: nothing is remembered
    bool allows_empty = false;   // nothing selected is no mistake
    bool plays_skipped = false;  // also what says skip
    unsigned jobs = 1;           // played at the same time
    std::stop_token stop{};      // ends the run early, with exit code 130
    std::string junit_file;      // empty: none
    std::string json_file;
    std::string tap_file;
    bool annotates = false;  // prints annotations of GitHub Actions
    std::string trace_file;
    bool prints_trace = false;  // on the error stream
    std::string binary_directory;
    bool keeps_work_directory = false;
    runner::Colour colour = runner::Colour::Off;
    // Set for the external world, which takes the place of the live one: why a scenario cannot be played
    // there.
    std::function<std::optional<std::string>(const scenario::Scenario&)> why_not_external;
};

}  // namespace command
