#include "mock-genesys/core/supported_content.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

Attachment attachment(const std::string& mime, std::int64_t bytes = 10) {
    Attachment made;
    made.mime = mime;
    made.size_bytes = bytes;
    return made;
}

TEST(SupportedContent, the_default_lets_everything_in_and_three_kinds_of_pictures_out) {
    const SupportedContent profile = make_default_content_profile();
    EXPECT_TRUE(is_allowed(profile.inbound, "application/x-msdownload"));
    EXPECT_TRUE(is_allowed(profile.outbound, "image/jpeg"));
    EXPECT_TRUE(is_allowed(profile.outbound, "image/gif"));
    EXPECT_FALSE(is_allowed(profile.outbound, "image/webp"));
    EXPECT_FALSE(is_allowed(profile.outbound, "application/pdf"));
}

TEST(SupportedContent, a_wildcard_stands_for_every_subtype_of_its_type) {
    EXPECT_TRUE(is_allowed({"image/*"}, "image/webp"));
    EXPECT_FALSE(is_allowed({"image/*"}, "imagery/webp"));
    EXPECT_FALSE(is_allowed({}, "image/png"));
}

TEST(SupportedContent, drops_what_may_not_come_in_and_keeps_the_rest) {
    std::vector<Attachment> content{attachment("image/png"), attachment("application/pdf")};
    drop_disallowed({{}, "Pictures", {"image/*"}, {}}, content);
    ASSERT_EQ(content.size(), 1U);
    EXPECT_EQ(content[0].mime, "image/png");
}

TEST(SupportedContent, says_why_something_may_not_go_out) {
    const SupportedContent profile = make_default_content_profile();
    EXPECT_FALSE(refuse_outbound(profile, {}));
    EXPECT_FALSE(refuse_outbound(profile, {attachment("image/png", attachment_bytes_max)}));
    EXPECT_EQ(refuse_outbound(profile, {attachment("image/png"), attachment("text/plain")})->code,
              "MediaTypeNotAllowed");
    EXPECT_EQ(refuse_outbound(profile, {attachment("image/png", attachment_bytes_max + 1)})->code,
              "InvalidMediaContentLength");
}

}  // namespace
}  // namespace mock
