// Where a scenario is played: the world, its feeds, the customers, and what everybody has seen so far.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/base/random.h"
#include "harness/invariants/watch.h"
#include "harness/runner/captures.h"
#include "harness/runner/chat_client.h"
#include "harness/runner/feed.h"
#include "harness/runner/genesys_watch.h"
#include "harness/runner/observations.h"
#include "harness/runner/surroundings.h"
#include "harness/runner/world.h"

namespace runner {

// Theory of operation. Time passes only in advance(), exchange() and settle(). In between, everything that
// has come is absorbed into the observations and everything that is due (a line to send again, a feed to open
// again) is done. A step therefore sees one consistent picture.
class Stage {
  public:
    // The world must outlive the stage.
    Stage(World& world, Surroundings surroundings, std::uint64_t seed);

    // Lets time pass until `done` holds (true) or `limit` is over (false).
    bool advance(const std::function<bool()>& done, base::Duration limit);
    // One request with its answer; nullopt when none came within `limit`.
    std::optional<Reply> exchange(Place to, http::Request request, base::Duration limit);
    // Until nothing is under way; the text says how that was decided.
    std::string settle(base::Duration horizon);

    World& world() { return world_; }
    base::Duration now() const { return world_.now(); }
    Observations& observations() { return observations_; }
    Captures& captures() { return captures_; }
    base::Random& random() { return random_; }
    const Surroundings& surroundings() const { return surroundings_; }
    const GenesysWatch& genesys() const { return genesys_; }
    ChatClient& customer(const std::string& name);
    std::map<std::string, ChatClient>& customers() { return customers_; }
    // Every promise that is judged in this run.
    const invariants::Watch& watch() const { return watch_; }
    // In its place behind what the programs have said to each other so far.
    void see(invariants::Fact fact) {
        overhear();
        watch_.see(now(), std::move(fact));
    }
    // Steps have crashed the bridge and not started it again.
    bool is_bridge_away() const { return is_bridge_away_; }
    void set_bridge_away(bool is_away) { is_bridge_away_ = is_away; }
    void note(std::string text) { observations_.note(now(), std::move(text)); }

  private:
    bool absorb();
    void overhear();
    static invariants::Rules rules_of(const World& world, invariants::Rules rules);
    void tend();
    std::optional<base::Duration> due() const;

    World& world_;
    Surroundings surroundings_;
    base::Random random_;
    Feed genesys_feed_;
    GenesysWatch genesys_;
    std::map<std::string, ChatClient> customers_;
    Observations observations_;
    Captures captures_;
    invariants::Watch watch_;
    bool is_bridge_away_ = false;
};

}  // namespace runner
