#include "mock-genesys/core/structured.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Structured, button_kinds_have_the_vendor_s_names) {
    for (const auto kind : {ButtonKind::Button, ButtonKind::QuickReply, ButtonKind::DatePicker})
        EXPECT_EQ(find_button_kind(name_of(kind)), kind);
    EXPECT_FALSE(find_button_kind("quickreply"));
}

TEST(Structured, card_actions_have_the_vendor_s_names) {
    EXPECT_EQ(name_of(CardAction::Kind::Postback), "Postback");
    EXPECT_EQ(name_of(CardAction::Kind::Link), "Link");
}

}  // namespace
}  // namespace mock
