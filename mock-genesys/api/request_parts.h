// Small parts of a request that several operations read alike.
#pragma once

#include <expected>

#include "foundation/http/headers.h"
#include "foundation/http/uri.h"
#include "mock-genesys/api/errors.h"

namespace mock {

// True unless the request says that its body is something else than JSON.
bool accepts_as_json(const http::Headers& headers);

// A boolean query parameter; absent or empty (as one connector sends it) is false.
std::expected<bool, ApiError> decode_flag(const http::Parameters& query, std::string_view name);

}  // namespace mock
