// The vendor's paging: pageSize and pageNumber in, a window and the envelope's numbers out.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "foundation/http/uri.h"
#include "mock-genesys/api/errors.h"

namespace mock {

inline constexpr std::size_t page_size_default = 25;
inline constexpr std::size_t page_size_max = 500;  // the vendor's limit is not documented for these listings

struct Page {
    std::size_t size = page_size_default;
    std::size_t number = 1;  // from 1

    std::size_t first() const { return (number - 1) * size; }  // index of the first entity
    std::size_t count_for(std::size_t total) const { return (total + size - 1) / size; }
};

std::expected<Page, ApiError> decode_page(const http::Parameters& query);

// "/api/v2/x?pageSize=25&pageNumber=2": uris in envelopes have no host.
std::string page_uri(std::string_view path, const Page& page, std::size_t number);

}  // namespace mock
