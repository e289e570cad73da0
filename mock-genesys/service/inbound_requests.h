// The inbound operations beside the message itself: typing events, receipts, structured responses and the
// deprecated catch-all.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "foundation/base/random.h"
#include "foundation/base/time.h"
#include "foundation/http/message.h"
#include "mock-genesys/api/errors.h"
#include "mock-genesys/api/inbound_receipt.h"
#include "mock-genesys/api/operations.h"
#include "mock-genesys/core/organisation.h"
#include "mock-genesys/core/platform.h"

namespace mock {

// The vendor's limit of a request body (request.bytes.max, "Limits", developer centre).
inline constexpr std::size_t request_bytes_max = 512'000;

// Too large, or not JSON by its own word; what every operation with a body asks first.
std::expected<void, ApiError> check_body(const http::Request& request);

class InboundRequests {
  public:
    // What it works on must outlive this.
    InboundRequests(const Organisation& organisation, Platform& platform, std::uint64_t seed);

    struct Reply {
        int status;
        std::string body;
    };
    using Result = std::expected<Reply, ApiError>;
    // `operation` is one of the four; `integration` is of the path, empty for the catch-all.
    Result answer(Operation operation, std::string_view integration, const http::Request& request,
                  base::Now now);

  private:
    Result take_event(const Integration& integration, std::string_view body);
    Result take_receipt(const Integration& integration, std::string_view body, base::Now now);
    Result take_response(const Integration& integration, std::string_view body, base::Now now);
    Result take_legacy(std::string_view body, base::Now now);
    Result apply(const Integration& integration, InboundReceipt receipt);
    Result receive(const Integration& integration, InboundMessage inbound, base::Now now);
    Reply accepted(std::string body) const;
    const Integration* find_integration(std::string_view id) const;

    const Organisation& organisation_;
    Platform& platform_;
    base::Random ids_;
};

}  // namespace mock
