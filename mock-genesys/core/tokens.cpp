#include "mock-genesys/core/tokens.h"

#include <algorithm>
#include <utility>

namespace mock {

Tokens::Tokens(std::uint64_t seed) : random_(base::derive_seed(seed, "tokens")) {}

std::string Tokens::issue(const ClientId& client, std::chrono::seconds validity, base::UtcTime now,
                          std::string user) {
    if (by_age_.size() == tokens_max) {
        grants_.erase(by_age_.front());  // or it has been revoked before
        by_age_.pop_front();
    }
    std::string token = random_.token(token_characters);
    grants_.emplace(token, Grant{client, std::move(user), now + validity});
    by_age_.push_back(token);
    return token;
}

Tokens::Lookup Tokens::look_up(std::string_view token, base::UtcTime now) const {
    const auto found = grants_.find(token);
    if (found == grants_.end()) return {Validity::Unknown, nullptr, nullptr};
    const Grant& grant = found->second;
    return {now < grant.expires ? Validity::Valid : Validity::Expired, &grant.client, &grant.user};
}

void Tokens::revoke(std::string_view token) {
    const auto found = grants_.find(token);
    if (found != grants_.end()) grants_.erase(found);
}

void Tokens::revoke_client(const ClientId& client) {
    std::erase_if(grants_, [&](const auto& entry) { return entry.second.client == client; });
}

void Tokens::revoke_user(std::string_view user) {
    std::erase_if(grants_, [&](const auto& entry) { return entry.second.user == user; });
}

std::size_t Tokens::expire_all(base::UtcTime now) {
    std::size_t ended = 0;
    for (auto& [token, grant] : grants_) {
        if (now < grant.expires) ++ended;
        grant.expires = std::min(grant.expires, now);
    }
    return ended;
}

}  // namespace mock
