// A server that answers with given bytes, however wrong they are: what a client must survive.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "foundation/net/descriptor.h"
#include "tests/foundation/net/raw_client_testing.h"

namespace net_testing {

// Accepts connections one after the other and gives each to a script on one thread; what the script leaves
// open is closed after it.
class ScriptedPeer {
  public:
    using Script = std::function<void(RawClient& peer)>;
    explicit ScriptedPeer(Script script);
    ~ScriptedPeer();

    std::uint16_t port() const { return port_; }
    std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // From now on connections are refused.
    void stop_listening() const;
    int accepted() const { return accepted_; }

  private:
    net::Descriptor listener_;
    std::uint16_t port_ = 0;
    std::atomic<int> accepted_ = 0;
    Script script_;
    std::thread thread_;
};

// Where nobody listens.
std::string refusing_origin();

}  // namespace net_testing
