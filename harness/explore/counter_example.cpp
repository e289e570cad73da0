#include "harness/explore/counter_example.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/scenario/scenario.h"

namespace explore {
namespace {

std::string comment(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return "# " + text + '\n';
}

}  // namespace

std::string counter_example(const Shrunk& shrunk, const Origin& origin) {
    scenario::Scenario scenario;
    scenario.title = fmt::format("The promise {} is kept", shrunk.finding.promise);
    scenario.why = "A random run broke it: " + shrunk.finding.what + ".";
    scenario.tags = {"exploration"};
    scenario.seed = origin.seed;
    scenario.steps = shrunk.steps;
    std::string out = comment(fmt::format("Found with seed {}; again: {}", origin.seed, origin.command));
    out += comment(fmt::format("Shrunk from {} to {} steps in {} tries.", shrunk.steps_before,
                               shrunk.steps.size(), shrunk.tries));
    out += comment("What was seen:");
    for (const std::string& fact : shrunk.finding.story) out += comment("  " + fact);
    return out + scenario::print(scenario);
}

std::string file_name(const Shrunk& shrunk, const Origin& origin) {
    return fmt::format("{}-{}.yaml", shrunk.finding.promise, origin.seed);
}

}  // namespace explore
