// The examination of one webhook receiver from the first message to the diagnosis.
//
// Theory of operation. A genuine message comes first: a receiver that refuses it is asked in the other forms
// that receivers are known to expect, and is judged further in the form that it accepts, so that one mistake
// does not hide the others. Each examination afterwards sends messages that differ from a genuine one in one
// thing only, each with an id of its own; a mistake therefore shows in one examination. The same seed, begin
// and answers give the same requests and the same diagnosis.
#pragma once

#include <cstdint>
#include <optional>

#include "harness/doctor/courier.h"
#include "harness/doctor/diagnosis.h"
#include "harness/doctor/envelope.h"
#include "harness/doctor/examine_duplicates.h"

namespace doctor {

// Half of the 10 s after which the vendor sends again (Genesys developer centre, "Validate webhooks").
inline constexpr base::Duration slow_after_default = std::chrono::seconds{5};

struct Patient {
    Receiver receiver;
    Addresses addresses;
    std::optional<Window> window;
    base::Duration slow_after = slow_after_default;
    std::uint64_t seed = 1;
    base::UtcTime begin;  // the time that the first message carries
};

Diagnosis examine(const Patient& patient, const Ask& ask);

}  // namespace doctor
