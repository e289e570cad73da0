#include "mock-genesys/organisation/named_nodes.h"

#include <fmt/format.h>

namespace mock {

void NamedNodes::define(const std::string& name, document::Position at, document::Problems& problems) {
    if (name.empty()) return;  // its absence is a problem already
    const auto [place, is_new] = defined_.emplace(name, at);
    if (!is_new)
        problems.push_back(
            {at, fmt::format("there are two {}s named '{}'", kind_, name),
             fmt::format("the first stands in line {}; give one another name", place->second.line)});
}

void NamedNodes::refer_at(const document::Node& map, std::string_view key) {
    const document::Node* const found = map.find(key);
    if (found != nullptr && found->kind == document::Node::Kind::Scalar)
        references_.push_back({found->scalar, found->at});
}

std::vector<std::string> NamedNodes::read_references(document::Fields& fields, std::string_view key,
                                                     document::Problems& problems) {
    std::vector<std::string> names;
    for (const document::Node& item : fields.items(key)) {
        names.push_back(document::as_text(item, "a name", problems));
        if (item.kind == document::Node::Kind::Scalar) references_.push_back({item.scalar, item.at});
    }
    return names;
}

void NamedNodes::check_references(document::Problems& problems) const {
    std::vector<std::string_view> names;
    for (const auto& [name, at] : defined_) names.push_back(name);
    for (const Reference& reference : references_) {
        if (defined_.contains(reference.name)) continue;
        const std::string hint = names.empty() ? fmt::format("the file defines no {}", kind_)
                                               : document::suggestion(reference.name, names);
        problems.push_back(
            {reference.at, fmt::format("there is no {} named '{}'", kind_, reference.name), hint});
    }
}

}  // namespace mock
