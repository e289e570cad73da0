#include "harness/doctor/examine_signature.h"

#include <fmt/format.h>

#include <array>
#include <initializer_list>

#include "harness/doctor/verdict.h"

namespace doctor {
namespace {

constexpr std::string_view wrong_secret = "another secret than that of this webhook";
constexpr std::size_t truncated_chars = 20;
constexpr std::size_t long_chars = 200;
constexpr int bad_request = 400;

constexpr std::string_view genuine_check = "genuine message";
constexpr std::string_view forged_check = "forged signatures";

constexpr std::string_view other_secret = "signed with another secret";
constexpr std::string_view no_signature = "no signature";
constexpr std::string_view empty_signature = "empty signature";
constexpr std::string_view other_message = "signature of another message";
constexpr std::string_view truncated = "first 20 characters of the right signature";
constexpr std::string_view prefix_alone = "sha256= alone";

// A text whose digest has a '+' and a '/', so that no two encodings of it are alike.
Body telling_body(const Courier& courier, Envelopes& envelopes, std::string name) {
    while (true) {
        Body body{name, text_body(envelopes.next(), "The doctor says hello")};
        if (tells_encodings_apart(body.bytes, courier.secret())) return body;
    }
}

struct Alternative {
    SignatureForm form;
    Mistake mistake;
};

constexpr std::array alternatives{
    Alternative{{Encoding::HexPrefixed, SignedBytes::AsSent}, Mistake::SignatureHexOnly},
    Alternative{{Encoding::HexBare, SignedBytes::AsSent}, Mistake::SignatureHexOnly},
    Alternative{{Encoding::Base64Bare, SignedBytes::AsSent}, Mistake::SignaturePrefixRefused},
    Alternative{{Encoding::Base64Url, SignedBytes::AsSent}, Mistake::SignatureBase64UrlOnly},
    Alternative{{Encoding::Vendor, SignedBytes::WithBlanks}, Mistake::SignatureNotOverRawBytes},
    Alternative{{Encoding::Vendor, SignedBytes::Indented}, Mistake::SignatureNotOverRawBytes},
    Alternative{{Encoding::Vendor, SignedBytes::Sorted}, Mistake::SignatureNotOverRawBytes},
    Alternative{{Encoding::HexPrefixed, SignedBytes::WithBlanks}, Mistake::SignatureNotOverRawBytes},
};

// Finds out in which form a receiver that refuses genuine messages wants them.
bool try_alternatives(Courier& courier, Envelopes& envelopes, Exchange refused, Diagnosis& diagnosis) {
    std::vector<Exchange> tried{std::move(refused)};
    for (const Alternative& alternative : alternatives) {
        const std::string name =
            fmt::format("{} over {}", name_of(alternative.form.encoding), name_of(alternative.form.bytes));
        const Body body = telling_body(courier, envelopes, name);
        tried.push_back(courier.with_form(body, alternative.form));
        if (!is_accepted(tried.back().answer)) continue;
        courier.sign_as(alternative.form);
        add_finding(diagnosis, genuine_check, alternative.mistake,
                    "a genuine text, and then the same in other forms", {tried.front(), tried.back()});
        return true;
    }
    add_finding(diagnosis, genuine_check, Mistake::GenuineRefused,
                "a genuine text, and then the same in other forms", tried);
    return false;
}

std::vector<Exchange> send_forgeries(Courier& courier, Envelopes& envelopes) {
    std::vector<Exchange> exchanges;
    const auto send = [&](std::string_view name, const auto& signature_for) {
        const Body body{std::string(name), text_body(envelopes.next(), "A forged message")};
        exchanges.push_back(courier.with_signature(body, signature_for(body.bytes)));
    };
    using Signature = std::optional<std::string>;
    const auto right = [&](const std::string& bytes) {
        return signature_of(bytes, courier.secret(), courier.form());
    };
    const Body before{"a genuine text", text_body(envelopes.next(), "A genuine message")};
    static_cast<void>(courier.genuine(before));
    const std::string stale = right(before.bytes);
    send(other_secret, [&](const std::string& bytes) -> Signature {
        return signature_of(bytes, wrong_secret, courier.form());
    });
    send(no_signature, [](const std::string&) { return Signature{}; });
    send(empty_signature, [](const std::string&) -> Signature { return ""; });
    send(other_message, [&](const std::string&) -> Signature { return stale; });
    send(truncated,
         [&](const std::string& bytes) -> Signature { return right(bytes).substr(0, truncated_chars); });
    send(prefix_alone, [](const std::string&) -> Signature { return "sha256="; });
    send("200 characters of base64",
         [](const std::string&) -> Signature { return "sha256=" + std::string(long_chars, 'A'); });
    send("no base64", [](const std::string&) -> Signature { return "sha256=%%% no base64 %%%"; });
    return exchanges;
}

// What the forgeries that were accepted have in common; nothing if none was.
std::optional<Mistake> weakness(const std::vector<Exchange>& exchanges) {
    if (accepted(exchanges, other_secret)) return Mistake::SignatureNotVerified;
    if (accepted(exchanges, no_signature) || accepted(exchanges, empty_signature))
        return Mistake::SignatureMissingAccepted;
    if (accepted(exchanges, other_message)) return Mistake::SignatureOfOtherMessageAccepted;
    if (!those(exchanges, is_accepted).empty()) return Mistake::SignaturePartAccepted;
    return std::nullopt;
}

}  // namespace

bool examine_genuine(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    const Exchange first = courier.genuine(telling_body(courier, envelopes, "genuine text"));
    const Answer& answer = first.answer;
    if (is_accepted(answer)) {
        const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(answer.took).count();
        diagnosis.checks.push_back(
            {genuine_check, Verdict::Passed, fmt::format("{} after {} ms", describe(answer), milliseconds)});
        return true;
    }
    if (!was_asked(answer) || is_transport(answer, host::TransportFailure::Refused)) {
        diagnosis.is_reached = false;
        return false;
    }
    if (is_transport(answer, host::TransportFailure::TimedOut)) {
        add_finding(diagnosis, genuine_check, Mistake::AnswerSlow, "a genuine text", {first});
        return false;
    }
    return try_alternatives(courier, envelopes, first, diagnosis);
}

Comparison examine_forgeries(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    const std::vector<Exchange> exchanges = send_forgeries(courier, envelopes);
    const auto mistake = weakness(exchanges);
    const auto crashes = those(exchanges, is_crash);
    if (mistake)
        add_finding(diagnosis, forged_check, *mistake, "texts with forged signatures",
                    those(exchanges, is_accepted));
    if (!crashes.empty())
        add_finding(diagnosis, forged_check, Mistake::SignatureThrows, "texts with malformed signatures",
                    crashes);
    if (!mistake && crashes.empty()) add_passed(diagnosis, forged_check, exchanges, "forgeries refused");
    if (mistake == Mistake::SignatureNotVerified) return Comparison::AcceptsAnything;
    return mistake == Mistake::SignaturePartAccepted ? Comparison::AcceptsBeginnings : Comparison::Sound;
}

void examine_encodings(Courier& courier, Envelopes& envelopes, Diagnosis& diagnosis) {
    if (courier.form() != SignatureForm{}) {
        diagnosis.checks.push_back(
            {encodings_check, Verdict::NotJudged, "the receiver does not accept the vendor's own"});
        return;
    }
    std::vector<Exchange> exchanges;
    for (const Encoding encoding : {Encoding::HexPrefixed, Encoding::HexBare, Encoding::Base64Bare,
                                    Encoding::Base64Url, Encoding::Unpadded}) {
        const Body body = telling_body(courier, envelopes, std::string(name_of(encoding)));
        exchanges.push_back(courier.with_form(body, {encoding, SignedBytes::AsSent}));
    }
    const auto lax = those(exchanges, is_accepted);
    if (lax.empty())
        add_passed(diagnosis, encodings_check, exchanges, "encodings that are not the vendor's refused");
    else
        add_finding(diagnosis, encodings_check, Mistake::SignatureLaxEncoding,
                    "right digests in encodings that are not the vendor's", lax);
}

void examine_raw_bytes(Courier& courier, Envelopes& envelopes, UnknownMembers unknown_members,
                       Diagnosis& diagnosis) {
    if (courier.form().bytes != SignedBytes::AsSent) {
        diagnosis.checks.push_back(
            {raw_bytes_check, Verdict::NotJudged, "even a genuine message is verified over other bytes"});
        return;
    }
    const auto exchanges = courier.all_genuine(unusual_spellings(envelopes, unknown_members));
    const auto refused = those(exchanges, is_refused);
    // A parser may well be strict about a member that stands twice; that says nothing about the signature.
    const bool only_strict = refused.size() == 1 && refused.front().name == member_twice &&
                             status_of(refused.front().answer) == bad_request;
    if (refused.empty() || only_strict)
        add_passed(diagnosis, raw_bytes_check, exchanges, "spellings of JSON, signed over their bytes");
    else
        add_finding(diagnosis, raw_bytes_check, Mistake::SignatureNotOverRawBytes,
                    "texts in unusual but legal JSON, rightly signed over their bytes", refused);
}

}  // namespace doctor
