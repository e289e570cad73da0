#include "harness/runner/result.h"

#include <algorithm>

namespace runner {

Verdict ScenarioResult::verdict() const {
    if (!skipped.empty()) return Verdict::Skipped;
    if (xfail.empty()) return passed() ? Verdict::Passed : Verdict::Failed;
    // A wrong file or machine is never what xfail stands for.
    const bool is_promise =
        std::ranges::all_of(failures, [](Blame blame) { return blame == Blame::Promise; }, &Failure::blame);
    if (passed()) return Verdict::PassedAgainstExpectation;
    return is_promise ? Verdict::FailedAsExpected : Verdict::Failed;
}

}  // namespace runner
