// The simulated driver as a rig.
#pragma once

#include <map>

#include "harness/sim/world.h"
#include "tests/driver/driver_rig_testing.h"

namespace driver {

class SimRig : public Rig {
  public:
    static constexpr bool simulated = true;

    void add(const std::string& name, HostFactory factory) override;
    std::string origin(const std::string& name) const override { return "http://" + name + ":80"; }
    std::string nowhere() override { return "http://nowhere:80"; }
    void crash(const std::string& name) override { world_.crash(name); }
    void restart(const std::string& name) override { world_.restart(name); }
    Ticket send(const std::string& name, http::Request request) override;
    std::optional<Reply> reply(Ticket ticket) override;
    Ticket open_stream(const std::string& name, const std::string& target, Reading reading) override;
    std::string bytes(Ticket ticket) override;
    bool is_open(Ticket ticket) override { return world_.is_open({ticket}); }
    void hang_up(Ticket ticket) override { world_.close_stream({ticket}); }
    bool run_until(const std::function<bool()>& condition) override;

  private:
    sim::World world_;
    std::map<Ticket, std::string> read_;
};

}  // namespace driver
