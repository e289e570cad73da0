// handover explore and handover replay: random stories against what the product promises, and playing one
// again.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "foundation/base/time.h"
#include "harness/command/exit_code.h"
#include "harness/command/run_command.h"

namespace command {

struct ExploreSettings {
    std::uint64_t seed = 1;
    std::size_t runs = 1000;                   // of all shards together
    std::optional<base::Duration> time_limit;  // real time; begins no further run after it
    std::size_t shard = 1;                     // plays runs shard, shard + shards, ...
    std::size_t shards = 1;
    std::size_t findings_max = 1;  // stops after so many
    std::string directory;         // for counter-examples; empty: they are printed only
    bool checks_determinism = false;
    std::string organisation;  // paths; empty: the first-handover fixtures
    std::string bridge;
    std::function<base::Duration()> elapsed;  // real time since the command began
};

// Findings, throughput and what was reached to `out`, progress to `err`. Failed if a promise was broken.
ExitCode explore_stories(const ExploreSettings& settings, const MakeWorld& make_world, std::ostream& out,
                         std::ostream& err);

// For `git bisect run`: 0 the scenario holds, 1 it does not, 125 it cannot be judged here.
int replay(const std::string& path, const MakeWorld& make_world, std::ostream& out, std::ostream& err);

}  // namespace command
