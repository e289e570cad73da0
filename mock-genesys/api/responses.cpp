#include "mock-genesys/api/responses.h"

#include <utility>

namespace mock {

http::Response json_response(int status, std::string body, const std::string& context_id) {
    http::Response response{status, {}, std::move(body)};
    http::Headers& headers = response.headers;
    const bool has_body = !response.body.empty();
    if (has_body) headers.add("Content-Type", "application/json");
    headers.add("ININ-Correlation-Id", context_id);
    headers.add("Cache-Control", "no-cache, no-store, must-revalidate");
    if (!has_body) return response;
    headers.add("Pragma", "no-cache");
    headers.add("Expires", "0");
    headers.add("Strict-Transport-Security", "max-age=600; includeSubDomains");
    return response;
}

}  // namespace mock
