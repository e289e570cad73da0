#include "harness/runner/redact.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace runner {

Redactor::Redactor(std::vector<std::string> secrets) : secrets_(std::move(secrets)) {
    std::erase(secrets_, "");
    std::ranges::sort(secrets_,
                      [](const auto& left, const auto& right) { return left.size() > right.size(); });
}

std::string Redactor::operator()(std::string text) const {
    constexpr std::string_view mark = "[secret]";
    for (const std::string& secret : secrets_)
        for (std::size_t at = text.find(secret); at != std::string::npos;
             at = text.find(secret, at + mark.size()))
            text.replace(at, secret.size(), mark);
    return text;
}

}  // namespace runner
