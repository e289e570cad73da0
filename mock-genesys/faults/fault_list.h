// The faults that are armed, and the exchanges they still have to meet: deterministic, the first n that
// match.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/http/message.h"
#include "foundation/http/route_table.h"
#include "mock-genesys/faults/misbehaviour.h"

namespace mock {

inline constexpr std::size_t faults_max = 1'000;

struct WebhookTarget {};
struct OperationTarget {
    std::string method;
    std::string pattern;  // "/api/v2/routing/queues"
};
using FaultTarget = std::variant<WebhookTarget, OperationTarget>;

struct Fault {
    FaultTarget target;
    Misbehaviour what;
    std::size_t first = 1;  // how many exchanges it meets
};

// A misbehaviour that is to happen now.
struct Met {
    std::string id;
    Misbehaviour what;
};

class FaultList {
  public:
    // The id of the fault, "f1" for the first; nullopt if faults_max are armed.
    std::optional<std::string> arm(Fault fault);
    // How many were armed.
    std::size_t clear();

    // Of several that match, the one that was armed first meets the exchange.
    std::optional<Met> meet_request(const http::Request& request);
    std::optional<Met> meet_webhook();

  private:
    struct Armed {
        std::string id;
        Fault fault;
        std::optional<http::PathPattern> pattern;  // of an operation
    };
    std::optional<Met> meet(std::vector<Armed>::iterator armed);

    std::vector<Armed> armed_;
    std::uint64_t next_id_ = 1;
};

}  // namespace mock
