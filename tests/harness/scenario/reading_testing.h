// Short ways to write scenario texts in tests.
#pragma once

#include <string>

#include "harness/scenario/scenario.h"

namespace scenario {

// A file with these lines as its steps.
inline std::string file_with_steps(const std::string& steps) {
    return "version: 1\ntitle: t\nwhy: w\nsteps:\n" + steps;
}

// The problems of such a file, one "line:column what" each.
inline std::string problems_of(const std::string& text) {
    const auto scenario = parse(text);
    std::string out;
    if (scenario) return out;
    for (const document::Problem& problem : scenario.error())
        out += std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + " " +
               problem.what + "\n";
    return out;
}

}  // namespace scenario
