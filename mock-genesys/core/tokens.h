// Access tokens: issued for a client, valid until a moment in UTC. Expired ones are remembered, because the
// vendor may tell "expired" from "never seen" (switch expiredTokenCode). Bounded: the oldest token is
// forgotten first.
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

    std::string issue(const ClientId& client, std::chrono::seconds validity, base::UtcTime now);

    enum class Validity { Valid, Expired, Unknown };
    struct Lookup {
        Validity validity;
        const ClientId* client;  // nullptr if Unknown; lives until the next issue()
    };
    Lookup look_up(std::string_view token, base::UtcTime now) const;

    // Ends every token issued so far; the number of those that were still valid.
    std::size_t expire_all(base::UtcTime now);

  private:
    struct Grant {
        ClientId client;
        base::UtcTime expires;  // not valid at this moment any more
    };
    base::Random random_;
    std::map<std::string, Grant, std::less<>> grants_;
    std::deque<std::string> by_age_;
};

}  // namespace mock
