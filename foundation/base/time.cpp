#include "foundation/base/time.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace base {
namespace {

using std::chrono::milliseconds;

// Reads exactly `count` digits at `position` and moves behind them.
std::optional<int> read_digits(std::string_view text, std::size_t& position, std::size_t count) {
    if (position + count > text.size()) return std::nullopt;
    int value = 0;
    const char* const end = text.data() + position + count;
    const auto [stop, error] = std::from_chars(text.data() + position, end, value);
    if (error != std::errc{} || stop != end || text[position] == '-') return std::nullopt;
    position += count;
    return value;
}

bool skip(std::string_view text, std::size_t& position, char expected) {
    if (position >= text.size() || text[position] != expected) return false;
    ++position;
    return true;
}

std::optional<milliseconds> read_fraction(std::string_view text, std::size_t& position) {
    if (!skip(text, position, '.')) return milliseconds{0};
    const std::size_t begin = position;
    int value = 0;
    int scale = 100;
    while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
        value += (text[position++] - '0') * scale;
        scale /= 10;
    }
    const std::size_t digits = position - begin;
    if (digits == 0 || digits > 9) return std::nullopt;
    return milliseconds{value};
}

std::optional<std::chrono::minutes> read_offset(std::string_view text, std::size_t& position) {
    if (skip(text, position, 'Z')) return std::chrono::minutes{0};
    const bool negative = skip(text, position, '-');
    if (!negative && !skip(text, position, '+')) return std::nullopt;
    const auto hours = read_digits(text, position, 2);
    if (!hours || !skip(text, position, ':')) return std::nullopt;
    const auto minutes = read_digits(text, position, 2);
    if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const auto offset = std::chrono::minutes{*hours * 60 + *minutes};
    return negative ? -offset : offset;
}

struct Unit {
    std::string_view suffix;
    Duration length;
};
constexpr std::array<Unit, 4> units{{{"ms", 1ms}, {"s", 1s}, {"m", 1min}, {"h", 1h}}};

}  // namespace

std::string to_iso8601(UtcTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z"),
                       static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count(), clock.subseconds().count());
}

std::optional<UtcTime> parse_iso8601(std::string_view text) {
    std::size_t at = 0;
    const auto year = read_digits(text, at, 4);
    if (!year || !skip(text, at, '-')) return std::nullopt;
    const auto month = read_digits(text, at, 2);
    if (!month || !skip(text, at, '-')) return std::nullopt;
    const auto day = read_digits(text, at, 2);
    if (!day || !skip(text, at, 'T')) return std::nullopt;
    const auto hour = read_digits(text, at, 2);
    if (!hour || !skip(text, at, ':')) return std::nullopt;
    const auto minute = read_digits(text, at, 2);
    if (!minute || !skip(text, at, ':')) return std::nullopt;
    const auto second = read_digits(text, at, 2);
    const auto fraction = read_fraction(text, at);
    const auto offset = read_offset(text, at);
    if (!second || !fraction || !offset || at != text.size()) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    return UtcTime{std::chrono::sys_days{date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + *fraction - *offset;
}

std::optional<Duration> parse_duration(std::string_view text) {
    std::uint32_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{}) return std::nullopt;
    const std::string_view suffix(stop, static_cast<std::size_t>(text.data() + text.size() - stop));
    for (const Unit& unit : units)
        if (unit.suffix == suffix) return unit.length * static_cast<Duration::rep>(count);
    return std::nullopt;
}

std::string to_seconds_text(Duration duration) {
    const auto total = std::chrono::duration_cast<milliseconds>(duration).count();
    return fmt::format("{}{}.{:03}s", total < 0 ? "-" : "", std::abs(total) / 1000, std::abs(total) % 1000);
}

}  // namespace base
