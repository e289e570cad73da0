// Turns the mock's event feed into what Genesys Cloud and its agents saw.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "harness/invariants/fact.h"
#include "harness/runner/event_stream.h"
#include "harness/runner/observations.h"

namespace runner {

// Theory of operation. The feed tells facts of the platform; what an agent has on the screen is derived: when
// an agent connects, everything the customer wrote in that conversation and the agent has not seen yet, and
// from then on each further line until the agent is disconnected.
class GenesysWatch {
  public:
    // Sightings in the order in which they were seen. An event of a kind that is not known is no sighting.
    std::vector<Sighting> look_at(const ServerEvent& event);

    // The same events as promises are judged by, since the last call.
    std::vector<invariants::Fact> take_facts() { return std::exchange(facts_, {}); }

    // The address of the customer who wrote last; empty before the first message.
    const std::string& latest_address() const { return latest_address_; }

  private:
    struct Line {
        std::string message;
        std::string text;
    };
    struct Desk {
        std::set<std::string> connected;  // conversations
        std::set<std::string> seen;       // messages
    };

    std::vector<Sighting> inbound(const std::map<std::string, std::string>& fields);
    std::vector<Sighting> participant(const std::map<std::string, std::string>& fields);
    void show(const std::string& agent, const std::string& conversation, std::vector<Sighting>& sightings);

    std::map<std::string, std::vector<Line>> lines_;  // by conversation
    std::map<std::string, Desk> desks_;               // by agent
    std::string latest_address_;
    std::vector<invariants::Fact> facts_;
};

}  // namespace runner
