#include "harness/scenario/json_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <regex>
#include <vector>

namespace scenario {
namespace {

using document::Node;

std::string quoted(const std::string& text) {
    constexpr unsigned first_printable = 0x20U;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += fmt::format("\\{}", c);
        else if (static_cast<unsigned char>(c) < first_printable)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

bool is_bare(const Node& node) {
    static const std::regex number("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    constexpr std::size_t digits_max = 40;  // of what is taken for a number
    if (node.quoted || node.scalar.size() > digits_max) return false;
    return node.scalar == "true" || node.scalar == "false" || std::regex_match(node.scalar, number);
}

}  // namespace

std::string json_text(const Node& node) {
    std::vector<std::string> parts;
    switch (node.kind) {
        case Node::Kind::Null:
            return "null";
        case Node::Kind::Scalar:
            return is_bare(node) ? node.scalar : quoted(node.scalar);
        case Node::Kind::Sequence:
            for (const Node& item : node.items) parts.push_back(json_text(item));
            return fmt::format("[{}]", fmt::join(parts, ", "));
        case Node::Kind::Map:
            for (const document::Entry& entry : node.entries)
                parts.push_back(fmt::format("{}: {}", quoted(entry.key), json_text(entry.value)));
            return fmt::format("{{{}}}", fmt::join(parts, ", "));
    }
    return "null";
}

}  // namespace scenario
