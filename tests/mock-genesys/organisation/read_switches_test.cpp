#include "mock-genesys/organisation/read_switches.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

struct Reading {
    Switches switches;
    document::Problems problems;
};

Reading read(std::string_view text) {
    Reading reading;
    reading.switches = read_switches(document::parse(text).value(), reading.problems);
    return reading;
}

TEST(ReadSwitches, have_the_documented_defaults) {
    EXPECT_EQ(read("{}").switches, Switches{});
    EXPECT_TRUE(read("{}").problems.empty());
}

TEST(ReadSwitches, read_every_other_value) {
    const Reading reading = read(
        "{ inboundStatus: 202, repeatedMessageId: append, webhookOrder: concurrent, webhookExhausted: "
        "conversationEnds,"
        " expiredTokenCode: credentials.expired, threadingMinutes: 0, publishedReceipts: true, "
        "legacyInbound: gone,"
        " receiptChannel: strict, unknownReceipt: notFound }");
    EXPECT_TRUE(reading.problems.empty());
    const Switches ref_switches{InboundStatus::Accepted,
                                RepeatedMessageId::Append,
                                WebhookOrder::Concurrent,
                                WebhookExhausted::ConversationEnds,
                                ExpiredTokenCode::CredentialsExpired,
                                std::chrono::minutes(0),
                                PublishedReceipts::On,
                                LegacyInbound::Gone,
                                ReceiptChannel::Strict,
                                UnknownReceipt::NotFound};
    EXPECT_EQ(reading.switches, ref_switches);
}

TEST(ReadSwitches, refuse_unknown_names_and_values) {
    EXPECT_EQ(read("{ inboundstatus: 200 }").problems.size(), 1U);
    EXPECT_EQ(read("{ inboundStatus: 204 }").problems.size(), 1U);
    EXPECT_EQ(read("{ threadingMinutes: 4321 }").problems.size(), 1U);
    EXPECT_EQ(read("{ threadingMinutes: -1 }").problems.size(), 1U);
}

}  // namespace
}  // namespace mock
