#include "harness/invariants/fact.h"

#include <gtest/gtest.h>

namespace invariants {
namespace {

using namespace std::chrono_literals;

TEST(Fact, is_told_in_a_line_with_its_number_and_time) {
    EXPECT_EQ(describe({12, 3004ms, LineWritten{"carla", "carla@", "u", "m1", "Hello"}}),
              "#12 t=3.004s customer(carla) writes \"Hello\" (message m1)");
    EXPECT_EQ(describe({1, 0s, StatusSeen{"", "queue", 2}}),
              "#1 t=0.000s customer sees status queue, generation 2");
    EXPECT_EQ(describe({1, 0s, WebhookConcluded{"g1", 2, 0, "retry"}}),
              "#1 t=0.000s attempt 2 of webhook g1: no answer, retry");
}

TEST(Fact, long_texts_are_cut_between_characters) {
    const std::string line =
        describe({1, 0s, OutputSeen{"", "bot", "b", std::string(59, 'a') + "\u00e9 and more"}});
    EXPECT_NE(line.find("\"" + std::string(59, 'a') + "...\" (70 bytes)"), std::string::npos) << line;
}

TEST(Fact, tokens_are_never_told) {
    const ApiCalled called{"1/2", ApiCalled::Kind::Inbound, "s3cret", "m1", "body"};
    EXPECT_EQ(describe({1, 0s, called}), "#1 t=0.000s the bridge sends a message (call 1/2, message m1)");
    EXPECT_EQ(describe({1, 0s, ApiAnswered{"1/1", 200, "s3cret", 60s, {}}}).find("s3cret"),
              std::string::npos);
}

}  // namespace
}  // namespace invariants
