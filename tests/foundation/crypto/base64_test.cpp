#include "foundation/crypto/base64.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace {

using crypto::decode_base64;
using crypto::encode_base64;

TEST(Base64, matches_rfc_4648) {
    EXPECT_EQ(encode_base64(std::string_view("")), "");
    EXPECT_EQ(encode_base64(std::string_view("f")), "Zg==");
    EXPECT_EQ(encode_base64(std::string_view("fo")), "Zm8=");
    EXPECT_EQ(encode_base64(std::string_view("foobar")), "Zm9vYmFy");
}

TEST(Base64, refuses_everything_that_is_not_canonical) {
    for (const char* text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "Zm-_", "Zm 8=", " Zm8=", "Zm8=\n",
                             "Zm8=Zm8=", "====", "Zm8\n"})
        EXPECT_EQ(decode_base64(text), std::nullopt) << text;
}

RC_GTEST_PROP(Base64, decodes_what_it_encoded, (const std::string& bytes)) {
    RC_ASSERT(decode_base64(encode_base64(std::string_view(bytes))) == bytes);
}

RC_GTEST_PROP(Base64, decodes_no_text_that_it_would_not_have_written, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("AZaz09+/=-_ \n")));
    const auto bytes = decode_base64(text);
    if (bytes) RC_ASSERT(encode_base64(std::string_view(*bytes)) == text);
}

}  // namespace
