// How the command ends; the worst of all files wins.
#pragma once

namespace command {

enum class ExitCode {
    Passed = 0,
    Failed = 1,          // an expectation did not hold
    Usage = 2,           // also: nothing to run
    Invalid = 3,         // a scenario, organisation or bridge file is wrong
    Infrastructure = 4,  // a program does not start, a file cannot be written
    Interrupted = 130,
};

constexpr ExitCode worse(ExitCode left, ExitCode right) { return left < right ? right : left; }

}  // namespace command
