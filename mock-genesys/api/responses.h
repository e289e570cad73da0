// What every response of the API has in common.
#pragma once

#include <string>

#include "foundation/http/message.h"

namespace mock {

// JSON with the vendor's headers (seen in captures): the correlation id, which equals the contextId of an
// error body, and no caching. Rate-limit headers are absent because no rate is limited.
http::Response json_response(int status, std::string body, const std::string& context_id);

}  // namespace mock
