#include "harness/doctor/report_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace doctor {
namespace {

constexpr std::size_t label_width = 14;
constexpr std::size_t text_width = 96;

constexpr std::string_view green = "32";
constexpr std::string_view red = "31";
constexpr std::string_view yellow = "33";
constexpr std::string_view bold = "1";

std::string painted(std::string_view text, std::string_view code, Colour colour) {
    return colour == Colour::Off ? std::string(text) : fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string mark(Verdict verdict, Colour colour) {
    switch (verdict) {
        case Verdict::Passed:
            return painted("ok  ", green, colour);
        case Verdict::Found:
            return painted("FAIL", red, colour);
        case Verdict::NotJudged:
            return painted("--  ", yellow, colour);
    }
    return {};
}

// "  label       text", continued below the text where it is longer than a line.
std::string paragraph(std::string_view label, std::string_view text) {
    std::string out = fmt::format("  {:<{}}", label, label_width);
    std::size_t column = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (column > 0 && column + 1 + word.size() > text_width) {
            out += fmt::format("\n{:{}}", "", label_width + 2);
            column = 0;
        }
        if (column > 0) out += ' ';
        out += word;
        column += word.size() + 1;
    }
    return out + '\n';
}

std::string snippet(std::string_view label, std::string_view code) {
    std::string out;
    while (!code.empty()) {
        const std::string_view line = code.substr(0, code.find('\n'));
        code.remove_prefix(std::min(line.size() + 1, code.size()));
        out += fmt::format("  {:<{}}{}\n", label, label_width, line);
        label = {};
    }
    return out;
}

std::string finding_text(const Finding& finding, Colour colour) {
    const Advice& advice = advice_on(finding.mistake);
    return fmt::format("\n{}  {}\n", painted(advice.code, red, colour), painted(advice.title, bold, colour)) +
           paragraph("sent", finding.sent) + paragraph("came back", finding.came_back) +
           paragraph("cause", advice.cause) + paragraph("at Genesys", advice.consequence) +
           paragraph("fix", advice.fix) + snippet("Node", advice.node) + snippet("Python", advice.python);
}

std::string summary(const Diagnosis& diagnosis) {
    const auto unjudged = std::ranges::count(diagnosis.checks, Verdict::NotJudged, &Check::verdict);
    const std::size_t found = diagnosis.findings.size();
    std::string out = found == 0 ? "no findings" : fmt::format("{} finding{}", found, found == 1 ? "" : "s");
    if (unjudged > 0) out += fmt::format(", {} not judged", unjudged);
    return out + '\n';
}

}  // namespace

std::string report_text(const Diagnosis& diagnosis, std::string_view url, Colour colour) {
    std::string out = fmt::format("doctor {}\n\n", url);
    for (const Check& check : diagnosis.checks)
        out += fmt::format("  {}  {:<18}  {}\n", mark(check.verdict, colour), check.name, check.detail);
    for (const Finding& finding : diagnosis.findings) out += finding_text(finding, colour);
    return out + '\n' + summary(diagnosis);
}

}  // namespace doctor
