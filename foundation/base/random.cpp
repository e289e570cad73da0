#include "foundation/base/random.h"

#include <bit>
#include <string_view>

#include "foundation/base/check.h"

namespace base {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view token_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

}  // namespace

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : state_) word = splitmix(seed);
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound) {
    check(bound > 0, "Random::below needs a positive bound");
    // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): the check above does not return then
    const std::uint64_t limit = bound * (UINT64_MAX / bound);  // values from here on would be biased
    std::uint64_t draw = next();
    while (draw >= limit) draw = next();
    return draw % bound;
}

std::string Random::uuid() {
    std::string text = hex32();
    text[12] = '4';
    text[16] = "89ab"[below(4)];
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
    return text;
}

std::string Random::hex32() {
    std::string text;
    text.reserve(36);
    for (int word = 0; word < 2; ++word) {
        std::uint64_t bits = next();
        for (int digit = 0; digit < 16; ++digit, bits >>= 4U) text.push_back(hex_digits[bits & 15U]);
    }
    return text;
}

std::string Random::token(std::size_t length) {
    std::string text(length, '\0');
    for (char& character : text) character = token_characters[below(token_characters.size())];
    return text;
}

std::uint64_t derive_seed(std::uint64_t seed, std::string_view part) {
    for (const char character : part) {
        seed ^= static_cast<unsigned char>(character);
        splitmix(seed);
        seed *= 0x100000001b3U;
    }
    return splitmix(seed);
}

}  // namespace base
