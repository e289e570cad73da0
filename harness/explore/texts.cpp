#include "harness/explore/texts.h"

#include <rapidcheck.h>

#include <array>
#include <cstdint>

namespace explore {
namespace {

constexpr int characters_at_most = 40;
constexpr int long_text_bytes = 3000;

std::string in_utf8(std::uint32_t code) {
    constexpr std::uint32_t low_bits = 0x3f;
    const auto part = [&](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & low_bits)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xc0U | (code >> 6U)), part(0)};
    if (code < 0x10000) return {static_cast<char>(0xe0U | (code >> 12U)), part(6), part(0)};
    return {static_cast<char>(0xf0U | (code >> 18U)), part(12), part(6), part(0)};
}

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};
// Every scalar value is in one of these; those that break programs come as often as all others together.
constexpr std::array<Range, 9> ranges{{{0x20, 0x7e},
                                       {0x22, 0x22},  // quotation mark
                                       {0x5c, 0x5c},  // backslash
                                       {0x0a, 0x0a},  // line feed
                                       {0xa0, 0x7ff},
                                       {0x300, 0x36f},  // combining
                                       {0x800, 0xd7ff},
                                       {0x2028, 0x2029},  // line and paragraph separators
                                       {0x10000, 0x10ffff}}};

std::string any_characters() {
    std::string text;
    const int count = *rc::gen::inRange(1, characters_at_most + 1);
    for (int i = 0; i < count; ++i) {
        const Range range =
            ranges[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(ranges.size())))];
        text += in_utf8(*rc::gen::inRange<std::uint32_t>(range.first, range.last + 1));
    }
    return text;
}

}  // namespace

std::string draw_text(const std::string& mark) {
    switch (*rc::gen::inRange(0, 12)) {
        case 0:
        case 1:
            return mark + " " + any_characters() + ".";
        case 2:
            return mark + " " +
                   std::string(static_cast<std::size_t>(*rc::gen::inRange(1, long_text_bytes)), 'x');
        default:
            return mark + " says this.";
    }
}

}  // namespace explore
