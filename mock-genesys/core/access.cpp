#include "mock-genesys/core/access.h"

#include <span>

#include "foundation/base/check.h"

namespace mock {
namespace {

Permissions permissions_of(const User& user, const Organisation& organisation) {
    if (!user.roles.empty()) return {organisation.roles, user.roles};
    const Role& role = agent_role();
    return {std::span(&role, 1), std::span(&role.name, 1)};
}

}  // namespace

const Role& agent_role() {
    static const Role role{{},
                           "Agent",
                           {"conversation:communication:view", "conversation:communication:disconnect",
                            "conversation:communication:blindTransfer", "conversation:message:create",
                            "conversation:message:view", "conversation:participant:wrapup",
                            "routing:queue:view", "routing:queue:join", "routing:skill:view",
                            "routing:wrapupCode:view", "presence:userPresence:edit"}};
    return role;
}

const Permissions& Access::of(const Caller& caller) {
    base::check(caller.client != nullptr || caller.user != nullptr, "a valid token has a holder");
    const std::string& id = caller.user != nullptr ? caller.user->id.text() : caller.client->id.text();
    const auto known = known_.find(id);
    if (known != known_.end()) return known->second;
    Permissions fresh = caller.user != nullptr ? permissions_of(*caller.user, organisation_)
                                               : Permissions(organisation_.roles, caller.client->roles);
    return known_.emplace(id, std::move(fresh)).first->second;
}

}  // namespace mock
