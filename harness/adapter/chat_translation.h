// Between the chat channel that the runner speaks and the ways of somebody else's connector.
//
// Theory of operation. Customers of a scenario speak the bridge's chat channel (docs/interfaces.md, section
// 7) in every world. In the external world nobody speaks it on the other side: a posted line becomes the
// request that the adapter file describes, and what the connector's page lists becomes the event stream of
// that session. Events are numbered by their place in the list, so a page that is read again gives the same
// numbers.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/http/message.h"
#include "harness/adapter/adapter.h"

namespace adapter {

// The session that a request of the chat channel is about; nothing for another request.
std::optional<std::string> session_of(const http::Request& chat);

// The connector's request for a posted line of the chat channel; nothing for another request.
std::optional<http::Request> line_request(const LineRequest& says, const http::Request& chat);
http::Request page_request(const Page& page, std::string_view session);

struct ShownLine {
    std::string text;
    std::string message;
    std::string source;
    friend bool operator==(const ShownLine&, const ShownLine&) = default;
};
// What the page lists; the error says what is not as the adapter file promises.
std::expected<std::vector<ShownLine>, std::string> read_page(const Page& page, std::string_view body);

// The events of the lines behind the first `after`, as the chat channel streams them.
std::string chat_events(const std::vector<ShownLine>& lines, std::size_t after);

// A webhook that the runner forges for the bridge, sent to the connector's own path.
http::Request to_webhook(http::Request forged, const Adapter& adapter);

}  // namespace adapter
