#include "mock-genesys/api/responses.h"

#include <utility>

namespace mock {

http::Response json_response(int status, std::string body, const std::string& context_id) {
    if (body.empty())
        return {
            status,
            {{"ININ-Correlation-Id", context_id}, {"Cache-Control", "no-cache, no-store, must-revalidate"}},
            {}};
    return {status,
            {{"Content-Type", "application/json"},
             {"ININ-Correlation-Id", context_id},
             {"Cache-Control", "no-cache, no-store, must-revalidate"},
             {"Pragma", "no-cache"},
             {"Expires", "0"},
             {"Strict-Transport-Security", "max-age=600; includeSubDomains"}},
            std::move(body)};
}

}  // namespace mock
