// Hands every exchange with /api/v2 to a sink: what a conformance test holds against the vendor's API
// definition.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "foundation/host/host.h"

namespace mock {

// A request of the vendor's API and the answer to it.
struct ApiExchange {
    std::string method;
    std::string target;
    std::string request_body;
    http::Response response;
};
using ExchangeSink = std::function<void(const ApiExchange&)>;

// One JSON object without newline: method, target, requestBody, status, responseBody. Secrets and tokens in
// the bodies are replaced by "(redacted)"; headers, and with them the caller's token, are not part of it.
std::string encode_exchange(const ApiExchange& exchange);

// Behaves as `inner` does. An exchange is told when its answer leaves the inner Host.
class RecordingHost : public host::Host {
  public:
    RecordingHost(std::unique_ptr<host::Host> inner, ExchangeSink sink);

    void handle(host::Input input, base::Now now) override;
    std::vector<host::Effect> drain() override;
    std::optional<host::Wakeup> next_wakeup() const override { return inner_->next_wakeup(); }

  private:
    std::unique_ptr<host::Host> inner_;
    ExchangeSink sink_;
    std::map<host::RequestId, http::Request> open_;  // as many as the driver has unanswered
};

}  // namespace mock
