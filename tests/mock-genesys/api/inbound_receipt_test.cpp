#include "mock-genesys/api/inbound_receipt.h"

#include <gtest/gtest.h>

#include "tests/mock-genesys/api/wire_fixture_testing.h"

namespace mock {
namespace {

const base::UtcTime now = *base::parse_iso8601("2026-03-04T06:00:00.000Z");
const std::string channel = R"("channel":{"to":{"id":"anna"},"time":"2026-03-04T05:06:07Z"})";

std::string code_of(const std::string& body, ReceiptChannel strictness = ReceiptChannel::Lenient) {
    const auto decoded = decode_inbound_receipt(body, strictness, now);
    return decoded ? "accepted" : decoded.error().code;
}

TEST(InboundReceipt, is_decoded_completely_and_answered_byte_for_byte) {
    const auto receipt =
        decode_inbound_receipt(wire_fixture("inbound_receipt.request.json"), ReceiptChannel::Strict, now);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->message.text(), "a3c1f50000000000000000000000beef");
    EXPECT_EQ(receipt->to, "anna@example.org");
    EXPECT_EQ(receipt->receipt.status, ReceiptStatus::Failed);
    EXPECT_TRUE(receipt->receipt.is_final);
    ASSERT_EQ(receipt->receipt.reasons.size(), 1U);
    EXPECT_EQ(receipt->receipt.reasons[0].code, "InvalidDestination");
    Integration integration;
    integration.id = IntegrationId("1f0c8f8e-3d3a-4a5c-9d39-6b3f5b0c0a01");
    integration.name = "chatbot";
    EXPECT_EQ(encode_receipt_reply(*receipt, integration), wire_fixture("inbound_receipt.response.json"));
}

TEST(InboundReceipt, may_lack_the_channel_unless_the_switch_is_strict) {
    const std::string bare = R"({"channel":{"messageId":"m1"},"status":"Delivered"})";
    const auto receipt = decode_inbound_receipt(bare, ReceiptChannel::Lenient, now);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->message.text(), "m1");
    EXPECT_EQ(receipt->receipt.time, now);
    EXPECT_EQ(code_of(bare, ReceiptChannel::Strict), "bad.request");
    EXPECT_EQ(
        code_of(R"({"id":"m1","channel":{"to":{"id":"a"}},"status":"Delivered"})", ReceiptChannel::Strict),
        "missing.open.channel.date");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Delivered"})", ReceiptChannel::Strict), "bad.request");
    EXPECT_EQ(code_of("{\"id\":\"m1\"," + channel + R"(,"status":"Delivered"})", ReceiptChannel::Strict),
              "accepted");
}

TEST(InboundReceipt, is_refused_with_the_vendor_s_codes) {
    EXPECT_EQ(code_of("{"), "bad.request");
    EXPECT_EQ(code_of(R"({"status":"Delivered"})"), "bad.request");
    EXPECT_EQ(code_of(R"({"id":"m1"})"), "bad.request");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Read"})"), "invalid.value");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Failed","reasons":{}})"), "bad.request");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Failed","reasons":[1]})"), "bad.request");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Failed","reasons":[{"code":"GeneralError"}]})"), "bad.request");
    EXPECT_EQ(code_of(R"({"id":"m1","status":"Failed","reasons":[{"code":"Bored","message":"x"}]})"),
              "invalid.value");
    EXPECT_EQ(code_of(R"({"id":"m1","channel":{"time":"soon"},"status":"Sent"})"), "invalid.date");
}

TEST(InboundReceipt, of_the_old_catch_all_may_be_read) {
    const auto receipt = decode_legacy_receipt(R"({"id":"m1","status":"Read"})", now);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->receipt.status, ReceiptStatus::Read);
    EXPECT_EQ(decode_legacy_receipt(R"({"id":"m1","status":"Eaten"})", now).error().code, "invalid.value");
}

}  // namespace
}  // namespace mock
