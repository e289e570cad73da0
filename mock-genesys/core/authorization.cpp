#include "mock-genesys/core/authorization.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace mock {
namespace {

constexpr std::string_view plural_domain = "conversations:";
constexpr std::string_view wildcard = "*";

bool is_word(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0; });
}

struct Parts {
    std::string_view domain;
    std::string_view entity;
    std::string_view action;
};

Parts split(std::string_view permission) {
    const auto first = permission.find(':');
    if (first == std::string_view::npos) return {permission, {}, {}};
    const auto second = permission.find(':', first + 1);
    if (second == std::string_view::npos)
        return {permission.substr(0, first), permission.substr(first + 1), {}};
    return {permission.substr(0, first), permission.substr(first + 1, second - first - 1),
            permission.substr(second + 1)};
}

}  // namespace

bool is_permission(std::string_view text) {
    const Parts parts = split(text);
    return is_word(parts.domain) && (is_word(parts.entity) || parts.entity == wildcard) &&
           (is_word(parts.action) || parts.action == wildcard);
}

std::string canonical_permission(std::string_view text) {
    if (text.starts_with(plural_domain))
        return "conversation:" + std::string(text.substr(plural_domain.size()));
    return std::string(text);
}

Permissions::Permissions(std::span<const Role> roles, std::span<const std::string> names) {
    for (const Role& role : roles) {
        if (std::ranges::find(names, role.name) == names.end()) continue;
        for (const std::string& permission : role.permissions)
            granted_.insert(canonical_permission(permission));
    }
}

bool Permissions::grants(std::string_view permission) const {
    if (granted_.contains(permission)) return true;
    const Parts parts = split(permission);
    const std::string domain(parts.domain);
    return granted_.contains(domain + ":" + std::string(parts.entity) + ":*") ||
           granted_.contains(domain + ":*:*") ||
           granted_.contains(domain + ":*:" + std::string(parts.action));
}

std::vector<std::string_view> Permissions::missing(const Requirement& requirement) const {
    std::vector<std::string_view> absent;
    for (const std::string_view permission : requirement.permissions)
        if (!grants(permission)) absent.push_back(permission);
    switch (requirement.kind) {
        case Requirement::Kind::All:
            return absent;
        case Requirement::Kind::Any:
            return absent.size() == requirement.permissions.size() ? absent : std::vector<std::string_view>{};
    }
    std::unreachable();
}

}  // namespace mock
