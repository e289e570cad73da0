#include "bridge/core/token_keeper.h"

#include <algorithm>

namespace bridge {

std::optional<std::string_view> TokenKeeper::token(base::TimePoint now) const {
    if (token_.empty() || now >= usable_until_) return std::nullopt;
    return token_;
}

bool TokenKeeper::begin_refresh() {
    if (refreshing_) return false;
    refreshing_ = true;
    return true;
}

void TokenKeeper::granted(std::string token, base::Duration expires_in, base::TimePoint now) {
    refreshing_ = false;
    token_ = std::move(token);
    // A token that lives shortly would otherwise never be usable.
    usable_until_ = now + expires_in - std::min(token_renewed_early, expires_in / 2);
}

void TokenKeeper::invalidate(std::string_view token) {
    if (token == token_) token_.clear();
}

}  // namespace bridge
