#include "harness/sim/trace_log.h"

#include <fmt/format.h>

#include <iterator>

namespace sim {
namespace {

constexpr std::uint64_t fnv_prime = 0x100000001b3U;

bool breaks_a_line(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

}  // namespace

void TraceLog::add(base::Duration at, std::string_view text) {
    const auto microseconds = std::chrono::floor<std::chrono::microseconds>(at).count();
    std::string line = fmt::format("{}.{:06} ", microseconds / 1'000'000, microseconds % 1'000'000);
    for (const char c : text) {
        if (breaks_a_line(c)) {
            fmt::format_to(std::back_inserter(line), "\\x{:02x}", static_cast<unsigned char>(c));
        } else {
            line.push_back(c);
        }
    }
    for (const char c : line) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * fnv_prime;
    hash_ = (hash_ ^ static_cast<unsigned char>('\n')) * fnv_prime;
    ++count_;
    if (lines_.size() < lines_max_) lines_.push_back(std::move(line));
}

std::string text_of(const host::Trace& trace) {
    std::string text = trace.event;
    for (const auto& [name, value] : trace.fields)
        fmt::format_to(std::back_inserter(text), " {}={}", name, value);
    return text;
}

}  // namespace sim
