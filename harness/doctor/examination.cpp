#include "harness/doctor/examination.h"

#include <fmt/format.h>

#include "harness/doctor/examine_bodies.h"
#include "harness/doctor/examine_signature.h"
#include "harness/doctor/verdict.h"

namespace doctor {
namespace {

void skip(Diagnosis& diagnosis, std::string_view check, std::string_view why) {
    diagnosis.checks.push_back({check, Verdict::NotJudged, std::string(why)});
}

// What remains to be said about signatures when forged ones have been judged.
void examine_right_ones(Comparison comparison, Courier& courier, Envelopes& envelopes,
                        UnknownMembers unknown_members, Diagnosis& diagnosis) {
    switch (comparison) {
        case Comparison::Sound:
            examine_encodings(courier, envelopes, diagnosis);
            return examine_raw_bytes(courier, envelopes, unknown_members, diagnosis);
        case Comparison::AcceptsBeginnings:
            skip(diagnosis, encodings_check, "the beginning of a signature is enough");
            return examine_raw_bytes(courier, envelopes, unknown_members, diagnosis);
        case Comparison::AcceptsAnything:
            skip(diagnosis, encodings_check, "the signature is not verified");
            return skip(diagnosis, raw_bytes_check, "the signature is not verified");
    }
}

void judge_speed(const Courier& courier, base::Duration slow_after, Diagnosis& diagnosis) {
    const std::string slowest = base::to_seconds_text(courier.slowest());
    if (courier.slowest() <= slow_after) {
        diagnosis.checks.push_back(
            {"speed", Verdict::Passed, fmt::format("slowest answer after {}", slowest)});
        return;
    }
    diagnosis.findings.push_back(
        {Mistake::AnswerSlow, "all of the above",
         fmt::format("the slowest answer after {}; more than {} is a finding, and after 10 s "
                     "Genesys Cloud sends again",
                     slowest, base::to_seconds_text(slow_after))});
    diagnosis.checks.push_back({"speed", Verdict::Found, fmt::format("slowest answer after {}", slowest)});
}

void judge_presence(const Courier& courier, Diagnosis& diagnosis) {
    if (!courier.gone_after()) return;
    diagnosis.findings.push_back(
        {Mistake::ReceiverGone, *courier.gone_after(), "the connection after that was refused"});
    diagnosis.checks.push_back(
        {"presence", Verdict::Found, std::string(advice_on(Mistake::ReceiverGone).title)});
}

}  // namespace

Diagnosis examine(const Patient& patient, const Ask& ask) {
    Diagnosis diagnosis;
    Courier courier(patient.receiver, ask);
    Envelopes envelopes(patient.addresses, patient.seed, patient.begin);
    if (!examine_genuine(courier, envelopes, diagnosis)) return diagnosis;
    const Comparison comparison = examine_forgeries(courier, envelopes, diagnosis);
    const UnknownMembers unknown_members = examine_unknown_members(courier, envelopes, diagnosis);
    examine_right_ones(comparison, courier, envelopes, unknown_members, diagnosis);
    examine_duplicates(courier, envelopes, patient.window, diagnosis);
    examine_kinds(courier, envelopes, diagnosis);
    examine_order(courier, envelopes, diagnosis);
    examine_large_body(courier, envelopes, diagnosis);
    examine_chunked_body(courier, envelopes, diagnosis);
    judge_speed(courier, patient.slow_after, diagnosis);
    judge_presence(courier, diagnosis);
    return diagnosis;
}

}  // namespace doctor
