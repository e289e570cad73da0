#include "harness/doctor/examine_signature.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

using Mistakes = std::vector<Mistake>;

class ExamineSignatureTest : public testing::Test {
  protected:
    void expect_form(Encoding encoding, SignedBytes bytes = SignedBytes::AsSent) {
        receiver.verifies = [=](const std::string& body, const std::string& got) {
            return got == signature_of(body, fake_secret, {encoding, bytes});
        };
    }
    bool genuine() { return examine_genuine(courier, envelopes, diagnosis); }
    Comparison forgeries() { return examine_forgeries(courier, envelopes, diagnosis); }
    Mistakes found() const { return mistakes_of(diagnosis); }

    FakeReceiver receiver;
    Envelopes envelopes = fake_envelopes();
    Courier courier = receiver.courier();
    Diagnosis diagnosis;
};

TEST_F(ExamineSignatureTest, finds_nothing_in_a_flawless_receiver) {
    EXPECT_TRUE(genuine());
    EXPECT_EQ(forgeries(), Comparison::Sound);
    examine_encodings(courier, envelopes, diagnosis);
    examine_raw_bytes(courier, envelopes, UnknownMembers::Use, diagnosis);
    EXPECT_EQ(found(), Mistakes{});
    ASSERT_EQ(diagnosis.checks.size(), 4U);
    for (const Check& check : diagnosis.checks) EXPECT_EQ(check.verdict, Verdict::Passed) << check.name;
}

TEST_F(ExamineSignatureTest, finds_the_form_that_is_accepted_instead_and_goes_on_in_it) {
    const std::vector<std::tuple<Encoding, SignedBytes, Mistake>> cases{
        {Encoding::HexPrefixed, SignedBytes::AsSent, Mistake::SignatureHexOnly},
        {Encoding::HexBare, SignedBytes::AsSent, Mistake::SignatureHexOnly},
        {Encoding::Base64Bare, SignedBytes::AsSent, Mistake::SignaturePrefixRefused},
        {Encoding::Base64Url, SignedBytes::AsSent, Mistake::SignatureBase64UrlOnly},
        {Encoding::Vendor, SignedBytes::WithBlanks, Mistake::SignatureNotOverRawBytes},
        {Encoding::Vendor, SignedBytes::Indented, Mistake::SignatureNotOverRawBytes},
        {Encoding::Vendor, SignedBytes::Sorted, Mistake::SignatureNotOverRawBytes},
    };
    for (const auto& [encoding, bytes, mistake] : cases) {
        diagnosis = {};
        courier.sign_as({});
        expect_form(encoding, bytes);
        EXPECT_TRUE(genuine());
        EXPECT_EQ(found(), Mistakes{mistake});
        EXPECT_EQ(courier.form(), (SignatureForm{encoding, bytes}));
        EXPECT_TRUE(diagnosis.findings.front().came_back.starts_with("genuine text: 401, "));
    }
}

TEST_F(ExamineSignatureTest, names_every_attempt_when_nothing_is_accepted) {
    receiver.verifies = [](const std::string&, const std::string&) { return false; };
    EXPECT_FALSE(genuine());
    EXPECT_EQ(found(), Mistakes{Mistake::GenuineRefused});
    EXPECT_TRUE(diagnosis.findings.front().came_back.contains("base64url"));
}

TEST_F(ExamineSignatureTest, cannot_reach_who_refuses_the_connection) {
    receiver.changes = [](const http::Request&, const Answer&) {
        return FakeReceiver::failed(host::TransportFailure::Refused);
    };
    EXPECT_FALSE(genuine());
    EXPECT_FALSE(diagnosis.is_reached);
    EXPECT_EQ(found(), Mistakes{});
}

TEST_F(ExamineSignatureTest, calls_it_slow_when_the_first_answer_never_comes) {
    receiver.changes = [](const http::Request&, const Answer&) {
        return FakeReceiver::failed(host::TransportFailure::TimedOut);
    };
    EXPECT_FALSE(genuine());
    EXPECT_EQ(found(), Mistakes{Mistake::AnswerSlow});
}

TEST_F(ExamineSignatureTest, tells_the_ways_of_not_verifying_apart) {
    const auto right = FakeReceiver::signature;
    std::set<std::string> known;
    using Verifies = decltype(receiver.verifies);
    const std::vector<std::pair<Verifies, Mistake>> cases{
        {[](const auto&, const auto&) { return true; }, Mistake::SignatureNotVerified},
        {[&](const auto& body, const auto& got) { return got.empty() || got == right(body); },
         Mistake::SignatureMissingAccepted},
        {[&](const auto& body, const auto& got) {
             if (got == right(body)) known.insert(got);
             return known.contains(got);
         },
         Mistake::SignatureOfOtherMessageAccepted},
        {[&](const auto& body, const auto& got) { return !got.empty() && right(body).starts_with(got); },
         Mistake::SignaturePartAccepted},
    };
    for (const auto& [verifies, mistake] : cases) {
        diagnosis = {};
        receiver.verifies = verifies;
        const Comparison comparison = forgeries();
        EXPECT_EQ(found(), Mistakes{mistake});
        EXPECT_EQ(comparison == Comparison::AcceptsAnything, mistake == Mistake::SignatureNotVerified);
        EXPECT_EQ(comparison == Comparison::AcceptsBeginnings, mistake == Mistake::SignaturePartAccepted);
    }
}

TEST_F(ExamineSignatureTest, finds_a_comparison_that_throws_on_another_length) {
    receiver.changes = [](const http::Request& request, Answer answer) {
        const auto got = request.headers.get(signature_header);
        return got && got->size() == 51 ? answer : FakeReceiver::with_status(500);
    };
    forgeries();
    EXPECT_EQ(found(), Mistakes{Mistake::SignatureThrows});
    EXPECT_TRUE(diagnosis.findings.front().came_back.contains("no signature: 500"));
    EXPECT_FALSE(diagnosis.findings.front().came_back.contains("another secret"));
}

TEST_F(ExamineSignatureTest, finds_encodings_that_are_accepted_besides) {
    receiver.verifies = [](const std::string& body, const std::string& got) {
        return got == FakeReceiver::signature(body) ||
               got == signature_of(body, fake_secret, {Encoding::HexPrefixed, SignedBytes::AsSent});
    };
    examine_encodings(courier, envelopes, diagnosis);
    EXPECT_EQ(found(), Mistakes{Mistake::SignatureLaxEncoding});
    EXPECT_EQ(diagnosis.findings.front().came_back, "sha256= and hexadecimal: 200");
}

TEST_F(ExamineSignatureTest, finds_a_receiver_that_prints_the_body_again_before_it_verifies) {
    receiver.verifies = [](const std::string& body, const std::string& got) {
        return got == FakeReceiver::signature(json::dump(json::Ordered::parse(body)));
    };
    EXPECT_TRUE(genuine());
    examine_raw_bytes(courier, envelopes, UnknownMembers::Use, diagnosis);
    EXPECT_EQ(found(), Mistakes{Mistake::SignatureNotOverRawBytes});
    EXPECT_TRUE(diagnosis.findings.front().came_back.contains("\\/ for /: 401"));
    EXPECT_FALSE(diagnosis.findings.front().came_back.contains("emoji"));
}

TEST_F(ExamineSignatureTest, lets_a_parser_be_strict_about_a_member_that_stands_twice) {
    receiver.changes = [](const http::Request& request, Answer answer) {
        return request.body.contains(R"("direction":"Outbound","direction")") ? FakeReceiver::with_status(400)
                                                                              : std::move(answer);
    };
    examine_raw_bytes(courier, envelopes, UnknownMembers::Use, diagnosis);
    EXPECT_EQ(found(), Mistakes{});
}

TEST_F(ExamineSignatureTest, never_sends_two_messages_with_one_id) {
    genuine();
    forgeries();
    examine_encodings(courier, envelopes, diagnosis);
    examine_raw_bytes(courier, envelopes, UnknownMembers::Use, diagnosis);
    std::set<std::string> ids;
    for (const http::Request& request : receiver.requests)
        EXPECT_TRUE(ids.insert(*json::text_at(*json::parse(request.body), "id")).second);
}

}  // namespace
}  // namespace doctor
