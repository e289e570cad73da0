#include "harness/doctor/examination.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

using Mistakes = std::vector<Mistake>;

class ExaminationTest : public testing::Test {
  protected:
    Diagnosis diagnose() {
        const Patient patient{
            .receiver = {fake_origin, "/webhook", fake_secret},
            .addresses = {},
            .window = Window{*http::parse_url(fake_origin + "/seen"), receiver.ask(), [] {}},
            .seed = 7,
            .begin = base::UtcTime{std::chrono::hours{24}}};
        return examine(patient, receiver.ask());
    }
    static std::vector<std::string> not_passed(const Diagnosis& diagnosis) {
        std::vector<std::string> names;
        for (const Check& check : diagnosis.checks)
            if (check.verdict != Verdict::Passed) names.emplace_back(check.name);
        return names;
    }

    FakeReceiver receiver;
};

TEST_F(ExaminationTest, judges_everything_of_a_flawless_receiver_and_finds_nothing) {
    const Diagnosis diagnosis = diagnose();
    EXPECT_EQ(mistakes_of(diagnosis), Mistakes{});
    EXPECT_EQ(not_passed(diagnosis), std::vector<std::string>{});
    EXPECT_EQ(diagnosis.checks.size(), 11U);
}

TEST_F(ExaminationTest, sends_the_same_bytes_for_the_same_seed) {
    diagnose();
    const auto first = std::exchange(receiver.requests, {});
    diagnose();
    EXPECT_EQ(first, receiver.requests);
}

TEST_F(ExaminationTest, says_what_cannot_be_judged_without_a_signature_check) {
    receiver.verifies = [](const std::string&, const std::string&) { return true; };
    const Diagnosis diagnosis = diagnose();
    EXPECT_EQ(mistakes_of(diagnosis), Mistakes{Mistake::SignatureNotVerified});
    EXPECT_EQ(not_passed(diagnosis),
              (std::vector<std::string>{"forged signatures", "other encodings", "raw bytes"}));
}

TEST_F(ExaminationTest, finds_a_second_mistake_behind_a_refused_genuine_message) {
    receiver.verifies = [](const std::string& body, const std::string& got) {
        return got == signature_of(body, fake_secret, {Encoding::HexPrefixed, SignedBytes::AsSent});
    };
    receiver.drops_duplicates = false;
    EXPECT_EQ(mistakes_of(diagnose()), (Mistakes{Mistake::SignatureHexOnly, Mistake::DuplicateShown}));
}

TEST_F(ExaminationTest, measures_the_slowest_answer) {
    receiver.changes = [](const http::Request& request, Answer answer) {
        if (request.body.contains("Typing")) answer.took = std::chrono::seconds{6};
        return answer;
    };
    const Diagnosis diagnosis = diagnose();
    EXPECT_EQ(mistakes_of(diagnosis), Mistakes{Mistake::AnswerSlow});
    EXPECT_TRUE(diagnosis.findings.front().came_back.contains("6.000s"));
}

TEST_F(ExaminationTest, names_what_took_the_receiver_down_and_judges_nothing_after_it) {
    bool is_down = false;
    receiver.changes = [&](const http::Request& request, Answer answer) {
        if (is_down) return FakeReceiver::failed(host::TransportFailure::Refused);
        is_down = request.body.contains("Typing");
        return is_down ? FakeReceiver::failed(host::TransportFailure::Broken) : answer;
    };
    const Diagnosis diagnosis = diagnose();
    EXPECT_EQ(mistakes_of(diagnosis), (Mistakes{Mistake::KindRefused, Mistake::ReceiverGone}));
    EXPECT_EQ(diagnosis.findings.back().sent, "typing event");
    EXPECT_EQ(not_passed(diagnosis), (std::vector<std::string>{"kinds of messages", "order", "large body",
                                                               "chunked body", "presence"}));
}

TEST_F(ExaminationTest, ends_at_once_when_nobody_is_there) {
    receiver.changes = [](const http::Request&, const Answer&) {
        return FakeReceiver::failed(host::TransportFailure::Refused);
    };
    EXPECT_FALSE(diagnose().is_reached);
    EXPECT_EQ(receiver.requests.size(), 1U);
}

}  // namespace
}  // namespace doctor
