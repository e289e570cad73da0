// Drives a mock by hand: requests in, effects out, time moved by the test.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/host/host.h"
#include "foundation/json/json.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// fixtures/organisations/first-handover.yaml or another one of that folder.
Organisation organisation_fixture(const std::string& name);

inline constexpr std::string_view inbound_target =
    "/api/v2/conversations/messages/1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01/inbound/open/message"
    "?prefetchConversationId=true";
// A message of this customer with this text and provider id.
std::string inbound_body(std::string_view text, std::string_view provider_id, std::string_view from = "anna");

class MockDriver {
  public:
    explicit MockDriver(Organisation organisation, std::uint64_t seed = 1);

    // Time passes; every wake-up on the way is given when it is due.
    void pass(base::Duration duration);
    base::Duration elapsed() const { return elapsed_; }

    // The response if it comes at once.
    std::optional<http::Response> try_request(http::Request request);
    http::Response request(std::string_view method, std::string_view target, std::string body = {},
                           http::Headers headers = {});
    // With a fresh token of the organisation's first client.
    http::Response api(std::string_view method, std::string_view target, std::string body = {});
    json::Value control(std::string_view method, std::string_view target, std::string body = {});
    std::string token();

    // The next webhook call that was made and is not answered; its answer.
    std::optional<host::Call> take_call();
    void answer(const host::Call& call, std::variant<http::Response, host::TransportFailure> result);
    std::optional<host::Wakeup> next_wakeup() const { return host_->next_wakeup(); }

    host::RequestId open_stream(std::string_view target, http::Headers headers = {});
    void close_stream(host::RequestId stream);
    std::string take_stream_bytes();

    std::vector<host::Trace> traces;
    std::vector<http::Response> late_responses;  // of requests that try_request gave up on

  private:
    void handle(host::Input input);

    Organisation organisation_;
    std::unique_ptr<host::Host> host_;
    base::Duration elapsed_{};
    std::uint64_t next_request_ = 1;
    std::optional<http::Response> response_;
    host::RequestId waiting_;
    std::vector<host::Call> calls_;
    std::string stream_bytes_;
};

}  // namespace mock
