// What the receiver makes of signatures: of genuine ones, of forged ones, of those in other encodings, and of
// right ones over bytes that another serialiser would print.
#pragma once

#include "harness/doctor/courier.h"
#include "harness/doctor/diagnosis.h"
#include "harness/doctor/spellings.h"

namespace doctor {

inline constexpr std::string_view encodings_check = "other encodings";
inline constexpr std::string_view raw_bytes_check = "raw bytes";

// Sends a genuine message. If it is refused, tries the forms that receivers are known to expect, and lets the
// courier sign in the first that is accepted, so that the rest can be judged. True if some form is accepted.
bool examine_genuine(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);

// What is wrong with the comparison; with some of it the next two examinations are pointless.
enum class Comparison { Sound, AcceptsBeginnings, AcceptsAnything };
Comparison examine_forgeries(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);

void examine_encodings(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);

void examine_raw_bytes(Courier& courier, Envelopes& envelopes, UnknownMembers unknown_members,
                       Diagnosis& diagnosis);

}  // namespace doctor
