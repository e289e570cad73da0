#include "harness/doctor/examine_duplicates.h"

#include <gtest/gtest.h>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

using Mistakes = std::vector<Mistake>;

class ExamineDuplicatesTest : public testing::Test {
  protected:
    Mistakes found(bool with_window = true) {
        Courier courier = receiver.courier();
        std::optional<Window> window;
        if (with_window)
            window = Window{*http::parse_url(fake_origin + "/seen"), receiver.ask(), [this] { ++pauses; }};
        examine_duplicates(courier, envelopes, window, diagnosis);
        return mistakes_of(diagnosis);
    }

    FakeReceiver receiver;
    Envelopes envelopes = fake_envelopes();
    Diagnosis diagnosis;
    int pauses = 0;
};

TEST_F(ExamineDuplicatesTest, passes_a_receiver_that_shows_each_message_once) {
    EXPECT_EQ(found(), Mistakes{});
    EXPECT_EQ(diagnosis.checks.at(0).verdict, Verdict::Passed);
    EXPECT_EQ(pauses, 0);
    EXPECT_EQ(receiver.requests.back().target, "/seen");
}

TEST_F(ExamineDuplicatesTest, finds_that_a_repeated_delivery_is_shown_again) {
    receiver.drops_duplicates = false;
    EXPECT_EQ(found(), Mistakes{Mistake::DuplicateShown});
    EXPECT_EQ(diagnosis.findings.front().came_back, "200 each; shown 2 and 2 times");
}

TEST_F(ExamineDuplicatesTest, is_not_misled_by_a_page_that_repeats_every_text) {
    receiver.refuses = [&](const json::Value& message) {
        receiver.shown.push_back(message.at("text"));
        return 0;
    };
    // Each text stands there once more than it was shown: three times for two deliveries, twice for one.
    EXPECT_EQ(found(), Mistakes{Mistake::DuplicateShown});
    receiver.refuses = [](const json::Value&) { return 0; };
    FakeReceiver good;
    receiver.changes = [&](const http::Request& request, const Answer&) { return good.answer(request); };
    receiver.shown.clear();
    diagnosis = {};
    Courier courier = good.courier();
    const Ask twice = [&](const std::vector<Errand>& errands) {
        auto answers = good.ask()(errands);
        auto& page = std::get<http::Response>(answers.front().outcome).body;
        page += page;
        return answers;
    };
    examine_duplicates(courier, envelopes, Window{*http::parse_url(fake_origin + "/seen"), twice, [] {}},
                       diagnosis);
    EXPECT_EQ(mistakes_of(diagnosis), Mistakes{});
    EXPECT_EQ(diagnosis.checks.at(0).verdict, Verdict::Passed);
}

TEST_F(ExamineDuplicatesTest, finds_that_a_repeated_delivery_is_answered_with_an_error) {
    std::set<std::string> ids;
    receiver.refuses = [&](const json::Value& message) {
        return ids.insert(message.at("id")).second ? 0 : 409;
    };
    EXPECT_EQ(found(false), Mistakes{Mistake::DuplicateRefused});
    EXPECT_TRUE(diagnosis.findings.front().came_back.contains("the same delivery again: 409"));
}

TEST_F(ExamineDuplicatesTest, does_not_judge_what_it_cannot_see) {
    EXPECT_EQ(found(false), Mistakes{});
    EXPECT_EQ(diagnosis.checks.at(0).verdict, Verdict::NotJudged);
    EXPECT_TRUE(diagnosis.checks.at(0).detail.contains("--seen-url"));
}

TEST_F(ExamineDuplicatesTest, looks_for_a_while_and_says_so_when_the_page_stays_empty) {
    receiver.changes = [&](const http::Request&, Answer answer) {
        receiver.shown.clear();
        return answer;
    };
    EXPECT_EQ(found(), Mistakes{});
    EXPECT_EQ(diagnosis.checks.at(0).verdict, Verdict::NotJudged);
    EXPECT_EQ(pauses, 40);
}

}  // namespace
}  // namespace doctor
