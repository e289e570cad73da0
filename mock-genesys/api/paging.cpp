#include "mock-genesys/api/paging.h"

#include <fmt/format.h>

#include <charconv>
#include <memory>

namespace mock {
namespace {

std::expected<std::size_t, ApiError> decode_number(const http::Parameters& query, std::string_view name,
                                                   std::size_t fallback, std::size_t most) {
    const auto text = query.get(name);
    if (!text) return fallback;
    std::size_t number = 0;
    const char* const end = std::to_address(text->end());
    const auto [stopped, error] = std::from_chars(std::to_address(text->begin()), end, number);
    if (error != std::errc{} || stopped != end || number < 1 || number > most)
        return std::unexpected(invalid_query_value(*text, name, fmt::format("1 to {}", most)));
    return number;
}

constexpr std::size_t page_number_max = 1'000'000;

}  // namespace

std::expected<Page, ApiError> decode_page(const http::Parameters& query) {
    const auto size = decode_number(query, "pageSize", page_size_default, page_size_max);
    if (!size) return std::unexpected(size.error());
    const auto number = decode_number(query, "pageNumber", 1, page_number_max);
    if (!number) return std::unexpected(number.error());
    return Page{*size, *number};
}

std::string page_uri(std::string_view path, const Page& page, std::size_t number) {
    return fmt::format("{}?pageSize={}&pageNumber={}", path, page.size, number);
}

}  // namespace mock
