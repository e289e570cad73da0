#include "harness/runner/report_junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace runner {
namespace {

std::string seconds(base::Duration duration) {
    std::string text = base::to_seconds_text(duration);
    text.pop_back();
    return text;
}

// A failure is the product's; an error is the file's or the machine's.
std::string_view element_of(Blame blame) {
    switch (blame) {
        case Blame::Promise:
            return "failure";
        case Blame::Scenario:
        case Blame::World:
            return "error";
    }
    return "error";
}

std::string name_of_case(const ReportedRun& run) {
    if (run.file.case_name.empty()) return run.result.title;
    return fmt::format("{} [{}]", run.result.title, run.file.case_name);
}

// A known failure counts as skipped, as other programs report it: it is looked at, and nobody is called.
std::string skipped_element(std::string_view why) {
    return fmt::format("<skipped message=\"{}\"/>", escape_xml(why));
}

std::string failure_element(const ReportedRun& run) {
    const ScenarioResult& result = run.result;
    std::string_view element = "failure";
    std::string message = "it passed, but is marked as known to fail: " + result.xfail;
    if (!result.failures.empty()) {
        const Failure& last = result.failures.back();
        element = element_of(last.blame);
        message = fmt::format("{}: wanted {}, got {}", last.step, last.wanted, last.got);
    }
    return fmt::format("<{0} message=\"{1}\">{2}</{0}>", element, escape_xml(run.redact(message)),
                       escape_xml(report_failures(result, run.file, run.redact)));
}

// What stands in the element of a case; nothing if it passed.
std::string case_detail(const ReportedRun& run) {
    switch (run.result.verdict()) {
        case Verdict::Passed:
            return {};
        case Verdict::Skipped:
            return skipped_element(run.result.skipped);
        case Verdict::FailedAsExpected:
            return skipped_element("known to fail: " + run.result.xfail);
        case Verdict::Failed:
        case Verdict::PassedAgainstExpectation:
            return failure_element(run);
    }
    return {};
}

std::string case_text(const ReportedRun& run) {
    const ScenarioResult& result = run.result;
    std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" time=\"{}\"",
                                  escape_xml("scenarios." + result.world), escape_xml(name_of_case(run)),
                                  escape_xml(run.file.path), seconds(result.took));
    const std::string detail = case_detail(run);
    return detail.empty() ? out + "/>\n" : fmt::format("{}>\n      {}\n    </testcase>\n", out, detail);
}

struct Suite {
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
    base::Duration took{};
    std::string cases;
    std::size_t count = 0;
};

void add(Suite& suite, const ReportedRun& run) {
    ++suite.count;
    suite.took += run.result.took;
    suite.cases += case_text(run);
    const Verdict verdict = run.result.verdict();
    if (verdict == Verdict::Skipped || verdict == Verdict::FailedAsExpected) ++suite.skipped;
    if (run.result.is_good()) return;
    const auto& failures = run.result.failures;
    const bool is_failure = failures.empty() || failures.back().blame == Blame::Promise;
    ++(is_failure ? suite.failures : suite.errors);
}

// The length of the well-formed UTF-8 sequence at `at` that XML 1.0 can hold, or 0.
std::size_t xml_character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return lead >= 0x20U || lead == '\n' || lead == '\t' ? 1 : 0;
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 0;
    if (length == 0 || lead > 0xF4U || at + length > text.size()) return 0;
    const auto is_continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    return std::ranges::all_of(text.substr(at + 1, length - 1), is_continuation) ? length : 0;
}

std::string_view entity_of(char c) {
    if (c == '&') return "&amp;";
    if (c == '<') return "&lt;";
    if (c == '>') return "&gt;";
    if (c == '"') return "&quot;";
    return {};
}

}  // namespace

std::string escape_xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = xml_character_length(text, at);
        const std::string_view entity = entity_of(text[at]);
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else if (!entity.empty())
            out += entity;
        else
            out += text.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

std::string report_junit(std::span<const ReportedRun> runs) {
    std::map<std::string, Suite> suites;
    for (const ReportedRun& run : runs) add(suites[run.result.world], run);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (const auto& [world, suite] : suites)
        out += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" "
            "time=\"{}\">\n{}  "
            "</testsuite>\n",
            escape_xml(world), suite.count, suite.failures, suite.errors, suite.skipped, seconds(suite.took),
            suite.cases);
    return out + "</testsuites>\n";
}

}  // namespace runner
