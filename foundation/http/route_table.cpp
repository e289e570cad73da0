#include "foundation/http/route_table.h"

namespace http {
namespace {

// The next segment of a path that starts with '/', and moves behind it.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

}  // namespace

PathPattern::PathPattern(std::string_view pattern) {
    while (pattern.starts_with('/')) {
        const std::string_view segment = take_segment(pattern);
        const bool binds = is_parameter(segment);
        segments_.push_back({std::string(binds ? segment.substr(1, segment.size() - 2) : segment), binds});
    }
}

std::optional<Parameters> PathPattern::match(std::string_view path) const {
    if (!fits(path)) return std::nullopt;  // most patterns of a table do not: nothing is decoded for them
    Parameters parameters;
    for (const Segment& expected : segments_) {
        const std::string_view segment = take_segment(path);
        if (!expected.is_parameter) continue;
        auto value = percent_decode(segment);
        if (!value) return std::nullopt;
        parameters.add(expected.text, *std::move(value));
    }
    return parameters;
}

bool PathPattern::fits(std::string_view path) const {
    for (const Segment& expected : segments_) {
        if (!path.starts_with('/')) return false;
        const std::string_view segment = take_segment(path);
        if (expected.is_parameter ? segment.empty() : segment != expected.text) return false;
    }
    return path.empty();
}

void PathTree::add(std::string_view pattern, std::size_t route) {
    Node* node = &root_;
    while (pattern.starts_with('/')) {
        const std::string_view segment = take_segment(pattern);
        if (!is_parameter(segment)) {
            node = &node->literals[std::string(segment)];
            continue;
        }
        if (node->parameter.empty()) node->parameter.emplace_back();
        node = &node->parameter.front();
    }
    node->routes.push_back(route);
}

std::vector<std::size_t> PathTree::find(std::string_view path) const {
    std::vector<std::size_t> found;
    collect(root_, path, found);
    return found;
}

// As deep as the longest pattern at most.
void PathTree::collect(const Node& node, std::string_view path, std::vector<std::size_t>& found) {
    if (path.empty()) {
        found.insert(found.end(), node.routes.begin(), node.routes.end());
        return;
    }
    if (!path.starts_with('/')) return;
    const std::string_view segment = take_segment(path);
    const auto literal = node.literals.find(segment);
    if (literal != node.literals.end()) collect(literal->second, path, found);
    if (!segment.empty() && !node.parameter.empty()) collect(node.parameter.front(), path, found);
}

}  // namespace http
