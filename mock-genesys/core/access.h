// Who a request comes from and what it may do: a client by its roles, a user by theirs.
#pragma once

#include <map>
#include <string>

#include "mock-genesys/core/authorization.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// Of a token that is valid. With a user, the client is only the application that the user signed in with.
struct Caller {
    const OAuthClient* client = nullptr;
    const User* user = nullptr;  // nullptr: the client itself calls
};

// What a user may do who has been given no role: what it takes to work as an agent. The vendor's default
// roles are not public; this set is assumed.
const Role& agent_role();

class Access {
  public:
    // The organisation must outlive this.
    explicit Access(const Organisation& organisation) : organisation_(organisation) {}

    // One of the two is there. Lives until forget().
    const Permissions& of(const Caller& caller);
    // Roles, or who has them, have changed.
    void forget() { known_.clear(); }

  private:
    const Organisation& organisation_;
    std::map<std::string, Permissions> known_;  // by the id of the client or user
};

}  // namespace mock
