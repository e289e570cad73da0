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

}  // namespace

PathPattern::PathPattern(std::string_view pattern) {
    while (pattern.starts_with('/')) {
        const std::string_view segment = take_segment(pattern);
        const bool is_parameter = segment.starts_with('{') && segment.ends_with('}');
        segments_.push_back(
            {std::string(is_parameter ? segment.substr(1, segment.size() - 2) : segment), is_parameter});
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

bool PathPattern::more_specific_than(const PathPattern& other) const {
    const std::size_t common = std::min(segments_.size(), other.segments_.size());
    for (std::size_t i = 0; i < common; ++i)
        if (segments_[i].is_parameter != other.segments_[i].is_parameter)
            return other.segments_[i].is_parameter;
    return false;
}

}  // namespace http
