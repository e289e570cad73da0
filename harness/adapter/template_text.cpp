#include "harness/adapter/template_text.h"

#include <algorithm>
#include <functional>

#include "foundation/http/uri.h"
#include "foundation/json/json.h"

namespace adapter {
namespace {

struct Placeholder {
    std::size_t begin;
    std::size_t size;  // with "${" and "}"
    std::string name;
};

std::optional<Placeholder> next_placeholder(std::string_view text, std::size_t from) {
    const auto begin = text.find("${", from);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto end = text.find('}', begin);
    if (end == std::string_view::npos) return std::nullopt;
    return Placeholder{begin, end - begin + 1, std::string(text.substr(begin + 2, end - begin - 2))};
}

std::string fill_with(std::string_view text, const Values& values,
                      const std::function<std::string(const std::string&)>& written) {
    std::string out;
    std::size_t at = 0;
    while (const auto placeholder = next_placeholder(text, at)) {
        out += text.substr(at, placeholder->begin - at);
        const auto value = values.find(placeholder->name);
        out += value == values.end() ? std::string(text.substr(placeholder->begin, placeholder->size))
                                     : written(value->second);
        at = placeholder->begin + placeholder->size;
    }
    return out += text.substr(at);
}

std::string inside_json_string(const std::string& value) {
    const std::string quoted = json::dump(value);
    return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

std::string fill(std::string_view text, const Values& values) {
    return fill_with(text, values, [](const std::string& value) { return value; });
}

std::string fill_json(std::string_view text, const Values& values) {
    return fill_with(text, values, inside_json_string);
}

std::string fill_path(std::string_view text, const Values& values) {
    return fill_with(text, values, [](const std::string& value) { return http::percent_encode(value); });
}

std::optional<std::string> unknown_name(std::string_view text, const std::vector<std::string_view>& known) {
    std::size_t at = 0;
    while (auto placeholder = next_placeholder(text, at)) {
        if (std::ranges::find(known, placeholder->name) == known.end()) return std::move(placeholder->name);
        at = placeholder->begin + placeholder->size;
    }
    return std::nullopt;
}

}  // namespace adapter
