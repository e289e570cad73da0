// Access tokens: issued for a client, or for a user who signed in with one, valid until a moment in UTC.
// Expired ones are remembered, because the vendor may tell "expired" from "never seen" (switch
// expiredTokenCode). Bounded: the oldest token is forgotten first.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "foundation/base/random.h"
#include "foundation/base/time.h"
#include "mock-genesys/core/values.h"

namespace mock {

inline constexpr std::size_t tokens_max = 10'000;
inline constexpr std::size_t token_characters =
    86;  // length is not documented; opaque and URL-safe in samples

class Tokens {
  public:
    explicit Tokens(std::uint64_t seed);

    // `user` is the user's name, or empty for the client's own token.
    std::string issue(const ClientId& client, std::chrono::seconds validity, base::UtcTime now,
                      std::string user = {});

    enum class Validity { Valid, Expired, Unknown };
    struct Lookup {
        Validity validity;
        const ClientId* client;   // nullptr if Unknown; lives until the next issue()
        const std::string* user;  // alike
    };
    Lookup look_up(std::string_view token, base::UtcTime now) const;

    // The token is unknown from now on.
    void revoke(std::string_view token);
    // So is every token of that client, or of that user.
    void revoke_client(const ClientId& client);
    void revoke_user(std::string_view user);
    // Ends every token issued so far; the number of those that were still valid.
    std::size_t expire_all(base::UtcTime now);

  private:
    struct Grant {
        ClientId client;
        std::string user;
        base::UtcTime expires;  // not valid at this moment any more
    };
    base::Random random_;
    std::map<std::string, Grant, std::less<>> grants_;
    std::deque<std::string> by_age_;
};

}  // namespace mock
