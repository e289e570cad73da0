// HMAC-SHA256 with a key that is set up once and used for many messages.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace crypto {

using Digest = std::array<std::uint8_t, 32>;

// Keyed once; sign() re-initialises the same context, which is several times cheaper than a new one per
// message. Not for several threads at once.
class HmacSha256 {
  public:
    explicit HmacSha256(std::string_view key);
    ~HmacSha256();
    HmacSha256(const HmacSha256&) = delete;
    HmacSha256& operator=(const HmacSha256&) = delete;
    HmacSha256(HmacSha256&&) noexcept;
    HmacSha256& operator=(HmacSha256&&) noexcept;

    Digest sign(std::string_view message);

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace crypto
