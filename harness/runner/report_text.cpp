#include "harness/runner/report_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace runner {
namespace {

constexpr std::size_t happenings_shown_max = 8;
constexpr std::size_t text_chars_max = 160;  // of one happening; a transcript would fill the screen

std::string_view line_of(std::string_view text, unsigned line) {
    for (unsigned i = 1; i < line; ++i) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

// What the caret underlines: the quoted text that begins there, or the word.
std::size_t caret_width(std::string_view line, std::size_t begin) {
    if (begin >= line.size()) return 1;
    const bool is_quoted = line[begin] == '"';
    const std::size_t end = is_quoted ? line.find('"', begin + 1) : line.find_first_of(" ,:}\r", begin);
    if (end == std::string_view::npos) return line.size() - begin;
    return std::max<std::size_t>(end - begin + (is_quoted ? 1 : 0), 1);
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text.substr(0, text_chars_max)) out += c == '\n' || c == '\r' ? ' ' : c;
    if (text.size() > text_chars_max) out += "...";
    return out;
}

std::string source_lines(const Failure& failure, const ReportedFile& file) {
    const std::string number = fmt::format("{:4}", failure.at.line);
    const std::string_view line = line_of(file.text, failure.at.line);
    const std::string carets(caret_width(line, failure.at.column - 1), '^');
    const std::string padding(failure.at.column - 1, ' ');
    return fmt::format("{} | {}\n{:>{}} | {}{} wanted {}, got {}\n", number, line, "", number.size(), padding,
                       carets, one_line(failure.wanted), one_line(failure.got));
}

std::string labelled(std::string_view label, std::string_view text) {
    return fmt::format("       {:<15}{}\n", label, text);
}

std::string capture_lines(const Captures& captures) {
    std::string out;
    for (const auto& [name, captured] : captures.all())
        out += labelled("captured",
                        fmt::format("{} = \"{}\" at line {}", name, one_line(captured.value), captured.line));
    return out;
}

std::string latest_lines(const std::vector<Happening>& latest) {
    std::string out;
    const std::size_t skipped = latest.size() - std::min(latest.size(), happenings_shown_max);
    for (std::size_t i = skipped; i < latest.size(); ++i)
        out += labelled(i == skipped ? "last events" : "",
                        fmt::format("#{} t={} {}", latest[i].number, base::to_seconds_text(latest[i].time),
                                    one_line(latest[i].text)));
    return out;
}

std::string_view blame_note(Blame blame) {
    switch (blame) {
        case Blame::Promise:
            return "";
        case Blame::Scenario:
            return "  (the scenario asks for what does not exist)";
        case Blame::World:
            return "  (the world could not do it)";
    }
    return "";
}

std::string replay_command(const Failure& failure, const ScenarioResult& result, const ReportedFile& file) {
    const std::string row = file.case_name.empty() ? "" : fmt::format(" --case '{}'", file.case_name);
    return fmt::format("handover run {}:{}{} --world {} --seed {} --trace", file.path, failure.step_at.line,
                       row, result.world, result.seed);
}

std::string failure_text(const Failure& failure, const ScenarioResult& result, const ReportedFile& file) {
    std::string out = fmt::format(
        "FAIL {}:{}:{}  {}  [{} t={}, seed {}{}]{}\n", file.path, failure.step_at.line,
        failure.step_at.column, failure.step, result.world, base::to_seconds_text(failure.time), result.seed,
        file.case_name.empty() ? "" : ", " + file.case_name, blame_note(failure.blame));
    out += source_lines(failure, file);
    if (!failure.closest.empty()) out += labelled("closest event", one_line(failure.closest));
    for (const std::string& passed : failure.passed)
        if (passed != failure.closest) out += labelled("passed over", one_line(passed));
    out += capture_lines(failure.captures);
    out += latest_lines(failure.latest);
    return out + labelled("replay", replay_command(failure, result, file));
}

std::string painted(std::string_view text, std::string_view code, Colour colour) {
    return colour == Colour::Off ? std::string(text) : fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace

std::string shown_name(const ReportedFile& file) {
    return file.case_name.empty() ? file.path : fmt::format("{} [{}]", file.path, file.case_name);
}

std::string report_line(const ScenarioResult& result, const ReportedFile& file, Colour colour) {
    const std::string name = shown_name(file);
    const std::string length =
        fmt::format("{} steps, t={}", result.steps.size(), base::to_seconds_text(result.took));
    switch (result.verdict()) {
        case Verdict::Passed:
            return fmt::format("{} {}  [{}, {}]\n", painted("PASS", "32", colour), name, result.world,
                               length);
        case Verdict::Failed:
        case Verdict::PassedAgainstExpectation:
            return fmt::format("{} {}  [{}, {}]\n", painted("FAIL", "31", colour), name, result.world,
                               length);
        case Verdict::FailedAsExpected:
            return fmt::format("{} {}  [{}: {}]\n", painted("XFAIL", "33", colour), name, result.world,
                               result.xfail);
        case Verdict::Skipped:
            return fmt::format("{} {}  [{}: {}]\n", painted("SKIP", "33", colour), name, result.world,
                               result.skipped);
    }
    return {};
}

std::string report_failures(const ScenarioResult& result, const ReportedFile& file, const Redactor& redact) {
    if (result.verdict() == Verdict::PassedAgainstExpectation)
        return redact(fmt::format("FAIL {}  it passed, but is marked as known to fail [{}]\n",
                                  shown_name(file), result.world) +
                      labelled("xfail", result.xfail) +
                      labelled("what to do", "take the xfail line out, so that it may not fail again"));
    if (result.is_good()) return {};
    std::string out;
    for (const Failure& failure : result.failures) out += failure_text(failure, result, file);
    return redact(std::move(out));
}

}  // namespace runner
