#include "mock-genesys/api/signature.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Signature, is_base64_of_the_hmac_with_its_prefix) {
    EXPECT_EQ(sign("It's a Secret to Everybody", "Hello, World!"),
              "sha256=dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=");
}

TEST(Signature, depends_on_every_byte) {
    EXPECT_NE(sign("secret", "{}"), sign("secret", "{ }"));
    EXPECT_NE(sign("secret", "{}"), sign("secre", "{}"));
}

}  // namespace
}  // namespace mock
