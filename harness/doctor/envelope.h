// The part of a webhook body that every kind of message has, made fresh for each of them.
#pragma once

#include <cstdint>
#include <string>

#include "foundation/base/random.h"
#include "foundation/base/time.h"

namespace doctor {

// Whom the messages claim to be between.
struct Addresses {
    std::string integration = "5f0e3a52-7a3c-4a51-9a0f-0d0c702d0c70";
    std::string customer = "doctor@example.org";
    std::string conversation = "d0c70a00-1111-4222-8333-444455556666";
};

struct Envelope {
    Addresses addresses;
    std::string id;  // 32 hex digits, as the vendor's are
    base::UtcTime time;
};

// Every envelope has an id of its own and is a second later than the one before.
class Envelopes {
  public:
    Envelopes(Addresses addresses, std::uint64_t seed, base::UtcTime begin)
        : addresses_(std::move(addresses)),
          random_(base::derive_seed(seed, "envelopes")),
          time_(begin),
          word_(random_.token(word_length)) {}

    Envelope next();
    // Distinguishes this examination from others that wrote to the same receiver.
    const std::string& word() const { return word_; }

  private:
    static constexpr std::size_t word_length = 8;

    Addresses addresses_;
    base::Random random_;
    base::UtcTime time_;
    std::string word_;
};

}  // namespace doctor
