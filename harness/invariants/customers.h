// Whose conversation it is: from what customers wrote and what Genesys Cloud made of it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "harness/invariants/fact.h"

namespace invariants {

class Customers {
  public:
    void look_at(const LineWritten& fact) { by_address_.insert_or_assign(fact.address, fact.customer); }
    void look_at(const ConversationStarted& fact) {
        addresses_.insert_or_assign(fact.conversation, fact.address);
    }

    // nullopt for an address that belongs to no customer of the run.
    std::optional<std::string> at_address(const std::string& address) const;
    std::optional<std::string> in_conversation(const std::string& conversation) const;

  private:
    std::map<std::string, std::string> by_address_;
    std::map<std::string, std::string> addresses_;  // by conversation
};

}  // namespace invariants
