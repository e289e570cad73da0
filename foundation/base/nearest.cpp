#include "foundation/base/nearest.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace base {
namespace {

bool same_letter(char left, char right) {
    return std::tolower(static_cast<unsigned char>(left)) == std::tolower(static_cast<unsigned char>(right));
}

// Optimal string alignment distance, rows kept: two before, one before, current.
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> older;
    std::vector<std::size_t> previous(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t substitution =
                previous[j - 1] + (same_letter(left[i - 1], right[j - 1]) ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && same_letter(left[i - 1], right[j - 2]) &&
                same_letter(left[i - 2], right[j - 1]))
                current[j] = std::min(current[j], older[j - 2] + 1);
        }
        older = previous;
        std::swap(previous, current);
    }
    return previous[right.size()];
}

constexpr std::size_t word_length_max = 64;  // longer words are not typing mistakes of our names

}  // namespace

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.size() > word_length_max) return {};
    std::string_view best;
    std::size_t best_distance = word.size() / 3 + 2;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace base
