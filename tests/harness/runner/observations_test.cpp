#include "harness/runner/observations.h"

#include <gtest/gtest.h>

namespace runner {
namespace {

using scenario::Pattern;
using scenario::Target;

Pattern sees(const std::string& text) {
    return {{{7, 5}}, Target::CustomerSees, "", {{"text", {{{7, 20}}, false, scenario::Literal{text}}}}};
}
Sighting line(const std::string& text) {
    return {Target::CustomerSees, "", {{"text", text}, {"source", "bot"}}};
}
Sighting status(const std::string& text) { return {Target::CustomerStatus, "", {{"status", text}}}; }

TEST(Observations, take_the_next_unread_event_that_matches_and_read_past_the_others) {
    Observations seen;
    Captures captures;
    for (const char* text : {"one", "two", "three"}) seen.see({}, line(text));
    EXPECT_TRUE(seen.take(sees("two"), captures));
    EXPECT_FALSE(seen.take(sees("one"), captures));
    EXPECT_FALSE(seen.take(sees("two"), captures));
    EXPECT_TRUE(seen.take(sees("three"), captures));
}

TEST(Observations, of_different_actors_and_targets_are_read_apart) {
    Observations seen;
    Captures captures;
    seen.see({}, status("queue"));
    Sighting other = line("one");
    other.actor = "ben";
    seen.see({}, other);
    EXPECT_FALSE(seen.take(sees("one"), captures));
    Pattern of_ben = sees("one");
    of_ben.actor = "ben";
    EXPECT_TRUE(seen.take(of_ben, captures));
    EXPECT_TRUE(seen.take({{}, Target::CustomerStatus, "", {}}, captures));
}

TEST(Observations, bot_resumes_reads_the_statuses_that_end_a_handover) {
    Observations seen;
    Captures captures;
    seen.see({}, status("queue"));
    EXPECT_FALSE(seen.take({{}, Target::BotResumes, "", {}}, captures));
    seen.see({}, status("completed"));
    EXPECT_TRUE(seen.take({{}, Target::BotResumes, "", {}}, captures));
    EXPECT_FALSE(
        seen.take({{}, Target::CustomerStatus, "", {{"status", {{}, false, scenario::Literal{"completed"}}}}},
                  captures));
}

TEST(Observations, of_the_whole_run_can_be_taken_again) {
    Observations seen;
    Captures captures;
    seen.see({}, {Target::GenesysWebhook, "", {{"message", "m1"}, {"attempts", "2"}}});
    const Pattern webhook{{}, Target::GenesysWebhook, "", {{"attempts", {{}, false, scenario::AtLeast{2}}}}};
    EXPECT_TRUE(seen.take(webhook, captures));
    EXPECT_TRUE(seen.take(webhook, captures));
}

TEST(Observations, keep_what_a_pattern_captures) {
    Observations seen;
    Captures captures;
    seen.see({}, line("one"));
    Pattern pattern = sees("one");
    pattern.fields.push_back({"source", {{}, false, scenario::Capture{"who"}}});
    EXPECT_TRUE(seen.take(pattern, captures));
    EXPECT_EQ(captures.all().at("who").value, "bot");
    EXPECT_EQ(captures.all().at("who").line, 7U);
}

TEST(Observations, untaken_events_are_found_also_when_they_were_passed_over) {
    Observations seen;
    Captures captures;
    seen.see({}, line("one"));
    seen.see({}, line("two"));
    EXPECT_TRUE(seen.take(sees("two"), captures));
    EXPECT_EQ(seen.find_untaken(sees("two"), captures), nullptr);
    ASSERT_NE(seen.find_untaken(sees("one"), captures), nullptr);
}

TEST(Observations, explain_by_the_event_that_came_nearest) {
    Observations seen;
    const Captures captures;
    EXPECT_EQ(seen.explain(sees("x"), captures).got, "nothing at all");
    seen.see({}, line("one"));
    Pattern pattern = sees("one");
    pattern.fields.push_back({"source", {{{7, 40}}, false, scenario::Literal{"agent"}}});
    const Mismatch mismatch = seen.explain(pattern, captures);
    EXPECT_EQ(mismatch.at, (document::Position{7, 40}));
    EXPECT_EQ(mismatch.wanted, "\"agent\"");
    EXPECT_EQ(mismatch.got, "\"bot\"");
    EXPECT_EQ(mismatch.closest, "#1 customer.sees \"one\" (source bot)");
}

TEST(Observations, keep_only_the_latest_happenings) {
    Observations seen;
    for (std::size_t i = 0; i < happenings_kept_max + 5; ++i) seen.note({}, "x");
    EXPECT_EQ(seen.latest().size(), happenings_kept_max);
    EXPECT_EQ(seen.latest().front().number, 6U);
}

}  // namespace
}  // namespace runner
