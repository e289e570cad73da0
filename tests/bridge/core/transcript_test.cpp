#include "bridge/core/transcript.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

TEST(Transcript, is_readable_lines_in_order) {
    SessionLog log;
    log.append(Output{MessageId("1"), Source::Bot, "Hello"});
    log.append(CustomerLine{MessageId("2"), "hi"});
    log.append(StatusChange{HandoverStatus::Queue, 1});
    log.append(LateLine{MessageId("3"), "never shown"});
    log.append(Output{MessageId("4"), Source::Agent, "Ann here"});
    log.append(CustomerLine{MessageId("5"), " \n"});
    EXPECT_EQ(transcript(log, 1), "Bot: Hello\nCustomer: hi\nAgent: Ann here");
}

TEST(Transcript, begins_where_the_last_handover_ended) {
    SessionLog log;
    log.append(CustomerLine{MessageId("1"), "old"});
    log.append(CustomerLine{MessageId("2"), "new"});
    EXPECT_EQ(transcript(log, 2), "Customer: new");
    EXPECT_EQ(transcript(log, 3), "");
}

TEST(Transcript, keeps_the_newest_lines_and_says_how_many_are_missing) {
    SessionLog log;
    for (std::size_t i = 0; i < transcript_lines_max + 7; ++i)
        log.append(CustomerLine{MessageId(std::to_string(i)), "line " + std::to_string(i)});
    const std::string text = transcript(log, 1);
    EXPECT_TRUE(text.starts_with("(7 earlier lines left out)\nCustomer: line 7\n")) << text.substr(0, 80);
    EXPECT_TRUE(text.ends_with("line 56"));
}

TEST(Transcript, is_bounded_in_bytes) {
    SessionLog log;
    for (int i = 0; i < 10; ++i)
        log.append(CustomerLine{MessageId(std::to_string(i)), std::string(4000, 'x')});
    const std::string text = transcript(log, 1);
    EXPECT_TRUE(text.starts_with("(7 earlier lines left out)"));
    EXPECT_LT(text.size(), transcript_bytes_max + 100);
}

}  // namespace
}  // namespace bridge
