// What a run found out, as data: reports only render it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/document/node.h"
#include "harness/runner/captures.h"
#include "harness/runner/observations.h"

namespace runner {

// Why a step failed: who can act decides about the exit code.
enum class Blame {
    Promise,   // what was expected did not hold
    Scenario,  // the file asks for something that does not exist, an agent for example
    World,     // the world could not do it: a program that does not start
};

struct Failure {
    Blame blame = Blame::Promise;
    document::Position step_at;
    std::string step;       // as it is written: "expect genesys.webhook"
    document::Position at;  // of what was not met, for the caret
    std::string wanted;
    std::string got;
    std::string closest;              // may be empty
    std::vector<std::string> passed;  // events that were looked at and did not match
    base::Duration time{};            // when the world's clock said so
    std::vector<Happening> latest;    // the last happenings of the run, oldest first
    Captures captures;                // as they were then
    std::string promise;              // the promise that was broken; empty: the step itself did not hold
};

enum class StepVerdict { Passed, Failed, Impossible, NotReached };
struct StepOutcome {
    document::Position at;
    std::string step;
    StepVerdict verdict = StepVerdict::NotReached;
    base::Duration began{};
    base::Duration took{};
};

enum class Verdict {
    Passed,
    Failed,
    FailedAsExpected,  // it says xfail, and a promise was broken
    PassedAgainstExpectation,
    Skipped,
};

struct ScenarioResult {
    std::string title;
    std::string skipped;  // why it was not played; empty: it was
    std::string xfail;    // why it is expected to fail; empty: it is not
    std::string world;
    std::uint64_t seed = 0;
    std::vector<StepOutcome> steps;
    std::vector<Failure> failures;   // soft ones first, at most one hard one, the last
    std::vector<std::string> notes;  // how a `never` was decided: "line 14: no event pending within 120s"
    base::Duration took{};           // in the world's time
    std::size_t facts = 0;           // that promises were judged by

    bool passed() const { return failures.empty(); }
    Verdict verdict() const;
    // Nothing that somebody must look at.
    bool is_good() const {
        return verdict() != Verdict::Failed && verdict() != Verdict::PassedAgainstExpectation;
    }
};

}  // namespace runner
