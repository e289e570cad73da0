// Permissions "domain:entity:action", the roles that grant them, and the two ways an operation asks for them.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/core/organisation.h"

namespace mock {

// Three parts of letters and digits; "*" may stand for the entity, the action or both.
bool is_permission(std::string_view text);

// The vendor's spelling: setup guides in circulation write "conversations:message:receive" where the API
// definition has "conversation:message:receive"; the plural domain is accepted as an alias.
std::string canonical_permission(std::string_view text);

// What an operation asks for (API definition, x-inin-requires-permissions).
struct Requirement {
    enum class Kind { All, Any };
    Kind kind = Kind::All;
    std::vector<std::string_view> permissions;  // literals; empty: no permission needed
};

// What a client may do: the union of its roles.
class Permissions {
  public:
    Permissions() = default;
    Permissions(std::span<const Role> roles, std::span<const std::string> names);

    bool grants(std::string_view permission) const;
    // Empty if the requirement is met. All: the ones that are missing; Any: all of which one would do.
    std::vector<std::string_view> missing(const Requirement& requirement) const;

  private:
    std::set<std::string, std::less<>> granted_;
};

}  // namespace mock
