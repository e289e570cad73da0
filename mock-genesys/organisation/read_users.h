// The users of the organisation file, with their personas.
#pragma once

#include "foundation/document/fields.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/organisation/named_nodes.h"

namespace mock {

// Wrap-up codes are referred to by personas; both kinds of names are collected.
struct UserNames {
    NamedNodes& users;
    NamedNodes& wrap_up_codes;
    NamedNodes& roles;
};
User read_user(const document::Node& node, UserNames names, document::Problems& problems);

}  // namespace mock
