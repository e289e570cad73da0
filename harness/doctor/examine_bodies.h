// What the receiver makes of bodies: every kind, members of the future, large ones, chunks, an old message
// late.
#pragma once

#include "harness/doctor/courier.h"
#include "harness/doctor/diagnosis.h"
#include "harness/doctor/spellings.h"

namespace doctor {

void examine_kinds(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);
// Avoid when the receiver refuses members that it does not know.
UnknownMembers examine_unknown_members(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);
void examine_large_body(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);
void examine_chunked_body(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);
void examine_order(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis);

}  // namespace doctor
