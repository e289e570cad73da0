#include "mock-genesys/core/receipt.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Receipt, statuses_have_the_vendor_s_names_in_its_case) {
    EXPECT_EQ(find_receipt_status("Delivered"), ReceiptStatus::Delivered);
    EXPECT_EQ(find_receipt_status("Removed"), ReceiptStatus::Removed);
    EXPECT_FALSE(find_receipt_status("delivered"));
    EXPECT_FALSE(find_receipt_status(""));
}

TEST(Receipt, reasons_are_a_closed_list) {
    EXPECT_TRUE(is_reason_code("MessageExpired"));
    EXPECT_TRUE(is_reason_code("DataFiltered"));
    EXPECT_FALSE(is_reason_code("Message"));
    EXPECT_FALSE(is_reason_code("MessageExpired, RateLimited"));
    EXPECT_FALSE(is_reason_code(""));
}

TEST(Receipt, only_delivered_and_failed_change_the_status_of_a_message) {
    for (const auto inert :
         {ReceiptStatus::Sent, ReceiptStatus::Read, ReceiptStatus::Published, ReceiptStatus::Removed})
        EXPECT_EQ(status_after(MessageStatus::Sent, inert), MessageStatus::Sent);
    EXPECT_EQ(status_after(MessageStatus::Queued, ReceiptStatus::Delivered), MessageStatus::DeliverySuccess);
    EXPECT_EQ(status_after(MessageStatus::DeliverySuccess, ReceiptStatus::Failed),
              MessageStatus::DeliveryFailed);
}

TEST(Receipt, a_failure_is_final) {
    EXPECT_EQ(status_after(MessageStatus::DeliveryFailed, ReceiptStatus::Delivered),
              MessageStatus::DeliveryFailed);
    EXPECT_EQ(status_after(MessageStatus::Failed, ReceiptStatus::Delivered), MessageStatus::Failed);
}

}  // namespace
}  // namespace mock
