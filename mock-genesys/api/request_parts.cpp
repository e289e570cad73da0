#include "mock-genesys/api/request_parts.h"

namespace mock {

bool accepts_as_json(const http::Headers& headers) {
    const auto type = headers.get("Content-Type");
    if (!type) return true;
    std::string_view name = type->substr(0, type->find(';'));
    while (name.ends_with(' ')) name.remove_suffix(1);
    return name.empty() || http::equal_ignoring_case(name, "application/json");
}

std::expected<bool, ApiError> decode_flag(const http::Parameters& query, std::string_view name) {
    const std::string_view value = query.get(name).value_or("");
    if (value.empty() || http::equal_ignoring_case(value, "false")) return false;
    if (http::equal_ignoring_case(value, "true")) return true;
    return std::unexpected(invalid_query_value(value, name, "true, false"));
}

}  // namespace mock
