#include "harness/doctor/examine_bodies.h"

#include <fmt/format.h>

#include "harness/doctor/verdict.h"

namespace doctor {
namespace {

// One message that must be accepted: a finding if it is not.
void judge_one(Diagnosis& diagnosis, std::string_view check, Mistake mistake, const Exchange& exchange) {
    if (is_refused(exchange.answer))
        add_finding(diagnosis, check, mistake, exchange.name, {exchange});
    else if (was_asked(exchange.answer))
        diagnosis.checks.push_back({check, Verdict::Passed, exchange.name + " accepted"});
    else
        diagnosis.checks.push_back({check, Verdict::NotJudged, std::string(time_was_over)});
}

}  // namespace

void examine_kinds(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    constexpr std::string_view check = "kinds of messages";
    const auto exchanges = courier.all_genuine(bodies_of_every_kind(envelopes));
    const auto refused = those(exchanges, is_refused);
    if (refused.empty())
        add_passed(diagnosis, check, exchanges, "kinds accepted");
    else
        add_finding(diagnosis, check, Mistake::KindRefused,
                    fmt::format("{} kinds of messages, rightly signed", exchanges.size()), refused);
}

UnknownMembers examine_unknown_members(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    const auto exchange =
        courier.genuine({"a text with unknown members", body_with_unknown_members(envelopes.next())});
    judge_one(diagnosis, "unknown members", Mistake::UnknownMemberRefused, exchange);
    return is_refused(exchange.answer) ? UnknownMembers::Avoid : UnknownMembers::Use;
}

void examine_large_body(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    Body body{"", large_body(envelopes.next())};
    body.name = fmt::format("a text of {} bytes", body.bytes.size());
    judge_one(diagnosis, "large body", Mistake::LargeBodyRefused, courier.genuine(body));
}

void examine_chunked_body(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    const Body body{"a text with Transfer-Encoding: chunked", text_body(envelopes.next(), "In chunks")};
    judge_one(diagnosis, "chunked body", Mistake::ChunkedBodyRefused,
              courier.genuine(body, Framing::Chunked));
}

void examine_order(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    const Body earlier{"an older text after a newer one", text_body(envelopes.next(), "First")};
    const Body later{"a newer text", text_body(envelopes.next(), "Second")};
    const Exchange newer = courier.genuine(later);
    if (is_refused(newer.answer)) return judge_one(diagnosis, "order", Mistake::LateMessageRefused, newer);
    judge_one(diagnosis, "order", Mistake::LateMessageRefused, courier.genuine(earlier));
}

}  // namespace doctor
