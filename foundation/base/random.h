// Seeded randomness: the only source of chance in the pure programs. Same seed, same sequence, on every
// platform.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

// xoshiro256** seeded through splitmix64. Not for secrets that guard anything real.
class Random {
  public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    // Uniform in [0, bound); bound must not be 0.
    std::uint64_t below(std::uint64_t bound);
    // Random version-4 UUID text, lower case: "5d4f0b8e-0c1a-4a0b-9f4d-6d3c2b1a0f9e".
    std::string uuid();
    // 32 lower-case hex digits, as the vendor's message ids are.
    std::string hex32();
    // `length` characters of [A-Za-z0-9_-].
    std::string token(std::size_t length);

  private:
    std::array<std::uint64_t, 4> state_{};
};

// A seed for a named part of a run, so that parts draw independently of each other's order.
std::uint64_t derive_seed(std::uint64_t seed, std::string_view part);

}  // namespace base
