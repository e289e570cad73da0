// One chat session with a clock that is moved by hand and no network: what it stores and traces is in the
// turn.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "bridge/service/chat.h"
#include "tests/bridge/service/stage_testing.h"

namespace bridge::testing {

class ChatTest : public ::testing::Test {
  protected:
    void say(const std::string& text, const std::string& id = {}) {
        ASSERT_TRUE(chat.customer_said({"user", text, MessageId(id), {"Anna", ""}}, turn));
    }
    void begin_handover() {
        say("human");
        send();
    }
    void send() {
        number = chat.line_due(now.monotonic)->number;
        chat.line_started();
        chat.line_sent(number, ConversationId("c"), turn);
    }
    void agent(const std::string& id) {
        chat.genesys_said(
            {GenesysMessageId(id), ConversationId("c"), "anna", Originator::Human, "text of " + id}, turn);
    }
    static ConversationReading everybody_left(std::vector<GenesysMessageId> lines = {}) {
        return {{{"customer", "disconnected", {}}, {"agent", "disconnected", std::move(lines)}}};
    }
    HandoverTerms& terms() { return std::get<HandoverNode>(settings.bot.rules[0].action).terms; }
    // The script was changed.
    void learn() { bot = Bot(settings.bot); }
    void pass(base::Duration duration) {
        now.monotonic += duration;
        now.utc += std::chrono::duration_cast<std::chrono::milliseconds>(duration);
        std::destroy_at(&turn);  // a turn has one moment
        std::construct_at(&turn, now, random);
        chat.time_reached(turn);
    }
    // What stands in the log since the last call: "customer: x", "bot: x", "agent: x", "late: x", "status:
    // queue".
    std::vector<std::string> news() {
        std::vector<std::string> lines;
        for (const LogEntry& entry : chat.log().entries())
            if (entry.number > read_up_to) lines.push_back(word(entry.line));
        read_up_to = chat.log().next_number() - 1;
        return lines;
    }
    static std::string word(const LogLine& line) {
        if (const auto* customer = std::get_if<CustomerLine>(&line)) return "customer: " + customer->text;
        if (const auto* late = std::get_if<LateLine>(&line)) return "late: " + late->text;
        if (const auto* output = std::get_if<Output>(&line))
            return std::string(name_of(output->source)) + ": " + output->text;
        return "status: " + std::string(name_of(std::get<StatusChange>(line).status));
    }
    // Sends what waits, and says what it was.
    std::vector<std::string> sent() {
        std::vector<std::string> lines;
        while (const OutgoingLine* line = chat.line_due(now.monotonic)) {
            lines.push_back(line->text);
            send();
        }
        return lines;
    }
    HandoverState state() const { return chat.handover().facts().state; }

    Settings settings = stub_settings();
    Bot bot{settings.bot};
    base::Random random{1};
    base::Now now{base::TimePoint{} + 10s, {}};
    Turn turn{now, random};
    Chat chat{SessionId("anna"), settings, bot};
    std::uint64_t number = 0;
    std::uint64_t read_up_to = 0;
};

}  // namespace bridge::testing
