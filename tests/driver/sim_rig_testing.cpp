#include "tests/driver/sim_rig_testing.h"

#include <utility>

namespace driver {
namespace {

constexpr base::Duration call_timeout = std::chrono::seconds(60);
constexpr base::Duration sensible_time = std::chrono::minutes(10);

}  // namespace

void SimRig::add(const std::string& name, HostFactory factory) {
    world_.add_host(name, origin(name), [make = std::move(factory)](std::uint64_t) { return make(); });
}

Ticket SimRig::send(const std::string& name, http::Request request) {
    return world_.send(origin(name), std::move(request), call_timeout).value;
}

std::optional<Reply> SimRig::reply(Ticket ticket) { return world_.take_reply({ticket}); }

Ticket SimRig::open_stream(const std::string& name, const std::string& target, Reading reading) {
    const sim::StreamId id = world_.open_stream(origin(name), {"GET", target, {}, ""});
    if (reading == Reading::Stalled) world_.set_reading(id, sim::Reading::Stalled);
    return id.value;
}

std::string SimRig::bytes(Ticket ticket) { return read_[ticket] += world_.take_bytes({ticket}); }

bool SimRig::run_until(const std::function<bool()>& condition) {
    return world_.run_until(condition, sensible_time);
}

}  // namespace driver
