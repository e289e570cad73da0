// The users of the organisation file, with their personas.
#pragma once

#include "foundation/document/fields.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/organisation/named_nodes.h"

namespace mock {

// Wrap-up codes are referred to by personas; both kinds of names are collected.
User read_user(const document::Node& node, NamedNodes& users, NamedNodes& wrap_up_codes,
               document::Problems& problems);

}  // namespace mock
