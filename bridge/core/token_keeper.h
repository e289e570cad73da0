// The access token of the one OAuth client: fetched when first needed, renewed a minute early, by one call at
// a time, and thrown away when Genesys refuses it. A refusal of the client itself is not remembered: whoever
// needs the token next makes the next try, so that a corrected client works without a restart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/time.h"

namespace bridge {

inline constexpr base::Duration token_renewed_early = std::chrono::seconds{60};

class TokenKeeper {
  public:
    // The token to use now; nullopt if there is none, or it is about to expire. The view lives until the next
    // change.
    std::optional<std::string_view> token(base::TimePoint now) const;

    bool is_refreshing() const { return refreshing_; }
    // True if the caller shall make the call; false if one is under way.
    bool begin_refresh();
    void granted(std::string token, base::Duration expires_in, base::TimePoint now);
    void refresh_failed() { refreshing_ = false; }

    // Genesys has refused that token. Nothing happens if it has been replaced meanwhile.
    void invalidate(std::string_view token);

  private:
    std::string token_;
    base::TimePoint usable_until_{};
    bool refreshing_ = false;
};

}  // namespace bridge
