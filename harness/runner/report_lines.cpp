#include "harness/runner/report_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace runner {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// "#" would begin a directive.
std::string tap_text(std::string text) {
    return replaced(replaced(replaced(std::move(text), "\\", "\\\\"), "#", "\\#"), "\n", " ");
}

std::string indented(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += fmt::format("# {}\n", text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string tap_directive(const ScenarioResult& result) {
    if (result.verdict() == Verdict::Skipped) return " # SKIP " + tap_text(result.skipped);
    if (result.verdict() == Verdict::FailedAsExpected) return " # TODO " + tap_text(result.xfail);
    return {};
}

// Workflow commands end at a line break; their properties also at a comma or colon.
std::string github_text(std::string text) {
    return replaced(replaced(replaced(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string github_property(std::string text) {
    return replaced(replaced(github_text(std::move(text)), ":", "%3A"), ",", "%2C");
}

std::string annotation(const ReportedRun& run, document::Position at, const std::string& title,
                       const std::string& text) {
    return fmt::format("::error file={},line={},col={},title={}::{}\n", github_property(run.file.path),
                       at.line, at.column, github_property(run.redact(title)), github_text(run.redact(text)));
}

}  // namespace

std::string report_tap(std::span<const ReportedRun> runs) {
    std::string out = fmt::format("TAP version 14\n1..{}\n", runs.size());
    std::size_t number = 0;
    for (const ReportedRun& run : runs) {
        const Verdict verdict = run.result.verdict();
        const bool is_ok = verdict == Verdict::Passed || verdict == Verdict::Skipped;
        out += fmt::format("{} {} - {} [{}]{}\n", is_ok ? "ok" : "not ok", ++number,
                           tap_text(shown_name(run.file) + " " + run.result.title), run.result.world,
                           tap_directive(run.result));
        out += indented(report_failures(run.result, run.file, run.redact));
    }
    return out;
}

std::string report_github(std::span<const ReportedRun> runs) {
    std::string out;
    for (const ReportedRun& run : runs) {
        if (run.result.is_good()) continue;
        if (run.result.failures.empty())
            out += annotation(run, {1, 1}, shown_name(run.file),
                              "it passed, but is marked as known to fail: " + run.result.xfail);
        for (const Failure& failure : run.result.failures)
            out += annotation(run, failure.step_at, fmt::format("{} [{}]", failure.step, run.result.world),
                              fmt::format("wanted {}, got {}", failure.wanted, failure.got));
    }
    return out;
}

}  // namespace runner
