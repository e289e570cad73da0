#include "harness/runner/captures.h"

#include <utility>

namespace runner {

void Captures::keep(const std::string& name, std::string value, unsigned line) {
    all_.insert_or_assign(name, Captured{std::move(value), line});
}

std::string Captures::fill(std::string_view text) const {
    std::string out;
    while (true) {
        const std::size_t begin = text.find("${");
        const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
        if (end == std::string_view::npos) return out + std::string(text);
        const auto found = all_.find(std::string(text.substr(begin + 2, end - begin - 2)));
        out += text.substr(0, begin);
        out += found == all_.end() ? std::string(text.substr(begin, end + 1 - begin)) : found->second.value;
        text.remove_prefix(end + 1);
    }
}

}  // namespace runner
