// The real driver as a rig: every Host with an engine, a server on a loopback port and a store in a file.
#pragma once

#include <map>

#include "foundation/net/descriptor.h"
#include "foundation/net/engine.h"
#include "foundation/net/http_client.h"
#include "foundation/net/server.h"
#include "tests/driver/driver_rig_testing.h"
#include "tests/foundation/net/directory_testing.h"

namespace driver {

class NetRig : public Rig {
  public:
    static constexpr bool simulated = false;

    NetRig() = default;
    NetRig(const NetRig&) = delete;
    NetRig& operator=(const NetRig&) = delete;
    ~NetRig() override;

    void add(const std::string& name, HostFactory factory) override;
    std::string origin(const std::string& name) const override;
    std::string nowhere() override;
    void crash(const std::string& name) override;
    void restart(const std::string& name) override;
    Ticket send(const std::string& name, http::Request request) override;
    std::optional<Reply> reply(Ticket ticket) override;
    Ticket open_stream(const std::string& name, const std::string& target, Reading reading) override;
    std::string bytes(Ticket ticket) override;
    bool is_open(Ticket ticket) override;
    void hang_up(Ticket ticket) override;
    bool run_until(const std::function<bool()>& condition) override;

  private:
    struct Node {
        HostFactory factory;
        std::string store;
        std::uint16_t port = 0;
        std::unique_ptr<net::Engine> engine;
        std::unique_ptr<net::Server> server;
    };
    struct Stream {
        std::string bytes;
        bool open = true;
        net::HttpClient::StreamId id = 0;
        net::Descriptor stalled;
    };

    net_testing::TemporaryDirectory directory_;
    std::map<std::string, Node> nodes_;
    std::mutex mutex_;  // guards the two below, which callbacks of the client fill
    std::map<Ticket, Reply> replies_;
    std::map<Ticket, Stream> streams_;
    Ticket last_ticket_ = 0;
    std::optional<net::HttpClient> client_{std::in_place};  // last: its callbacks use all of the above
};

}  // namespace driver
