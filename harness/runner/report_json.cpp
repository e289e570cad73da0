#include "harness/runner/report_json.h"

#include "foundation/json/json.h"

namespace runner {
namespace {

using json::Ordered;

double seconds(base::Duration duration) { return std::chrono::duration<double>(duration).count(); }

std::string_view name_of(StepVerdict verdict) {
    switch (verdict) {
        case StepVerdict::Passed:
            return "passed";
        case StepVerdict::Failed:
            return "failed";
        case StepVerdict::Impossible:
            return "impossible";
        case StepVerdict::NotReached:
            return "notReached";
    }
    return "notReached";
}

std::string_view name_of(Blame blame) {
    switch (blame) {
        case Blame::Promise:
            return "promise";
        case Blame::Scenario:
            return "scenario";
        case Blame::World:
            return "world";
    }
    return "world";
}

Ordered position(document::Position at) { return {{"line", at.line}, {"column", at.column}}; }

Ordered step_json(const StepOutcome& step, const Redactor& redact) {
    return {{"at", position(step.at)},
            {"step", redact(step.step)},
            {"verdict", name_of(step.verdict)},
            {"began", seconds(step.began)},
            {"took", seconds(step.took)}};
}

Ordered failure_json(const Failure& failure, const Redactor& redact) {
    Ordered passed = Ordered::array();
    for (const std::string& event : failure.passed) passed.push_back(redact(event));
    Ordered captures = Ordered::object();
    for (const auto& [name, captured] : failure.captures.all())
        captures[name] = {{"value", redact(captured.value)}, {"line", captured.line}};
    Ordered latest = Ordered::array();
    for (const Happening& happening : failure.latest)
        latest.push_back({{"number", happening.number},
                          {"time", seconds(happening.time)},
                          {"text", redact(happening.text)}});
    return {{"blame", name_of(failure.blame)},
            {"step", redact(failure.step)},
            {"stepAt", position(failure.step_at)},
            {"at", position(failure.at)},
            {"wanted", redact(failure.wanted)},
            {"got", redact(failure.got)},
            {"closest", redact(failure.closest)},
            {"passedOver", passed},
            {"time", seconds(failure.time)},
            {"captures", captures},
            {"latest", latest}};
}

Ordered case_json(const ReportedRun& run) {
    const ScenarioResult& result = run.result;
    Ordered steps = Ordered::array();
    for (const StepOutcome& step : result.steps) steps.push_back(step_json(step, run.redact));
    Ordered failures = Ordered::array();
    for (const Failure& failure : result.failures) failures.push_back(failure_json(failure, run.redact));
    Ordered notes = Ordered::array();
    for (const std::string& note : result.notes) notes.push_back(run.redact(note));
    return {{"file", run.file.path},
            {"case", run.file.case_name},
            {"title", result.title},
            {"world", result.world},
            {"seed", result.seed},
            {"verdict", name_of(result.verdict())},
            {"reason", result.skipped.empty() ? result.xfail : result.skipped},
            {"took", seconds(result.took)},
            {"steps", steps},
            {"failures", failures},
            {"notes", notes}};
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Passed:
            return "passed";
        case Verdict::Failed:
            return "failed";
        case Verdict::FailedAsExpected:
            return "xfail";
        case Verdict::PassedAgainstExpectation:
            return "xpass";
        case Verdict::Skipped:
            return "skipped";
    }
    return "failed";
}

std::string report_json(std::span<const ReportedRun> runs) {
    Ordered cases = Ordered::array();
    for (const ReportedRun& run : runs) cases.push_back(case_json(run));
    return json::dump(Ordered{{"version", 1}, {"cases", cases}}) + "\n";
}

}  // namespace runner
