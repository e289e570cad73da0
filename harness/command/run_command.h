// handover run: plays scenario files and reports.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/command/exit_code.h"
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
    std::string junit_file;             // empty: none
    std::string trace_file;
    bool prints_trace = false;  // on the error stream
    std::string binary_directory;
    bool keeps_work_directory = false;
    runner::Colour colour = runner::Colour::Off;
};

// Results to `out`: the seed, one line for each file and world, failures, the summary, the seed again.
// Progress and what is wrong with files or the machine to `err`.
ExitCode run(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err);

}  // namespace command
