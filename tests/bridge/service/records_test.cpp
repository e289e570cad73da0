#include "bridge/service/records.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

const SessionId session("anna");

const base::UtcTime time = *base::parse_iso8601("2026-03-04T05:06:07.890Z");

TEST(Records, bring_a_log_entry_of_each_kind_back) {
    const std::vector<LogEntry> ref_entries{
        {1, 0, CustomerLine{MessageId("m1"), "hello \xF0\x9F\x98\x80 \"quoted\""}},
        {2, 1, Output{MessageId("m2"), Source::Bot, "hi"}},
        {3, 2, Output{MessageId("m3"), Source::Agent, "hi", {"Cancel"}}},
        {4, 3, StatusChange{HandoverStatus::Active, 2}},
        {5, 3, LateLine{MessageId("m5"), "late"}}};
    std::vector<host::Record> records;
    for (const LogEntry& entry : ref_entries)
        records.push_back({log_key(session, entry.number), encode(entry)});
    EXPECT_EQ(read_records(records).chats.at(session).log, ref_entries);
}

TEST(Records, bring_head_handover_and_outbox_back) {
    const SessionHead ref_head{"user", {"Anna", ""}, 17, true, ConversationId("c")};
    const StoredHandover ref_handover{{.generation = 3,
                                       .state = HandoverState::Wrapping,
                                       .conversation = ConversationId("c"),
                                       .queue_announced = true,
                                       .agent_spoke = true},
                                      time};
    const OutgoingLine ref_line{.number = 12,
                                .generation = 3,
                                .id = MessageId("id"),
                                .text = "text",
                                .time = time,
                                .sender = {"Anna", "Berg"},
                                .opens_handover = true,
                                .attributes = {{"queueId", "q"}}};
    const auto stored = read_records({{head_key(session), encode(ref_head)},
                                      {handover_key(session), encode(ref_handover)},
                                      {outbox_key(session, 12), encode(ref_line)},
                                      {std::string(incarnation_key), "4"}});
    const StoredChat& chat = stored.chats.at(session);
    EXPECT_EQ(chat.head, ref_head);
    EXPECT_EQ(chat.handover, ref_handover);
    EXPECT_EQ(chat.outbox, std::vector{ref_line});
    EXPECT_EQ(stored.incarnation, 4U);
    EXPECT_TRUE(stored.unreadable_keys.empty());
}

TEST(Records, bring_seen_ids_back_oldest_first) {
    const auto stored = read_records(
        {{seen_key(session, GenesysMessageId("a/%b")), encode_seen(time + std::chrono::seconds{1})},
         {seen_key(session, GenesysMessageId("c")), encode_seen(time)}});
    const auto& seen = stored.chats.at(session).seen;
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0], std::pair(time, GenesysMessageId("c")));
    EXPECT_EQ(seen[1].second, GenesysMessageId("a/%b"));
}

TEST(Records, sort_as_keys_in_the_order_of_their_numbers) {
    EXPECT_LT(log_key(session, 9), log_key(session, 10));
    EXPECT_LT(outbox_key(session, 99), outbox_key(session, 100));
}

TEST(Records, count_dead_letters_and_keep_the_reason) {
    const std::string value = encode_dead({.text = "lost"}, "400");
    EXPECT_EQ(value, R"({"generation":0,"text":"lost","reason":"400"})");
    EXPECT_EQ(read_records({{dead_key(session, MessageId("m")), value}}).chats.at(session).dead_letters, 1U);
}

TEST(Records, name_what_they_cannot_read) {
    const auto stored = read_records({{"session/anna/handover", R"({"state":"dancing"})"},
                                      {"session/anna/log/0000000001", R"({"kind":"song"})"},
                                      {"session/anna/log/0000000002", "[]"},
                                      {"session/anna", "{}"},
                                      {"elsewhere", "{}"}});
    EXPECT_EQ(stored.unreadable_keys.size(), 5U);
}

}  // namespace
}  // namespace bridge
