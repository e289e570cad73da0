#include "mock-genesys/core/values.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Values, finds_an_id_type_in_any_case) {
    EXPECT_EQ(find_id_type("email"), IdType::Email);
    EXPECT_EQ(find_id_type("PHONE"), IdType::Phone);
    EXPECT_EQ(find_id_type("Opaque"), IdType::Opaque);
    EXPECT_EQ(find_id_type("Emails"), std::nullopt);
    EXPECT_EQ(find_id_type(""), std::nullopt);
}

TEST(Values, finds_every_media_type_by_its_name) {
    for (const MediaType type :
         {MediaType::Image, MediaType::Video, MediaType::Audio, MediaType::File, MediaType::Link})
        EXPECT_EQ(find_media_type(name_of(type)), type);
}

TEST(Values, are_spelled_as_the_vendor_spells_them) {
    EXPECT_EQ(name_of(IdType::Email), "Email");
    EXPECT_EQ(name_of(DisconnectType::TransportFailure), "transport.failure");
    EXPECT_EQ(name_of(Purpose::Acd), "acd");
    EXPECT_EQ(name_of(OriginatingEntity::Bot), "Bot");
    EXPECT_EQ(name_of(MessageStatus::Received), "received");
    EXPECT_EQ(name_of(CommunicationState::Alerting), "alerting");
}

}  // namespace
}  // namespace mock
