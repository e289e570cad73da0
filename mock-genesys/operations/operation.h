// What an operation of a resource works on, and what it gives back.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/base/time.h"
#include "foundation/http/message.h"
#include "foundation/http/uri.h"
#include "mock-genesys/api/errors.h"
#include "mock-genesys/api/operations.h"
#include "mock-genesys/core/access.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/platform.h"
#include "mock-genesys/core/tokens.h"

namespace mock {

// The mock's state, as far as operations change it. `ids` is the source of new ids and secrets; `since` is
// when the mock began, which stands for the date of creation of what the organisation file holds.
struct Workplace {
    Organisation& organisation;
    Platform& platform;
    Tokens& tokens;
    Access& access;
    base::Random& ids;
    base::UtcTime since;
};

// A request that has been routed, authenticated and authorised.
struct Call {
    const http::Request& request;
    const http::Parameters& path;
    const http::Parameters& query;
    Caller caller;
    base::Now now;

    // A parameter of the path pattern.
    std::string parameter(std::string_view name) const { return std::string(*path.get(name)); }
};

struct Reply {
    int status = 200;
    std::string body;  // JSON, or empty: the answer has no body
};
using Outcome = std::expected<Reply, ApiError>;

}  // namespace mock
