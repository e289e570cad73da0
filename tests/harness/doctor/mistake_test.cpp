#include "harness/doctor/mistake.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>

namespace doctor {
namespace {

constexpr int mistake_count = static_cast<int>(Mistake::ReceiverGone) + 1;

TEST(Advice, is_complete_for_every_mistake) {
    std::set<std::string> codes;
    for (int i = 0; i < mistake_count; ++i) {
        const Advice& advice = advice_on(static_cast<Mistake>(i));
        EXPECT_TRUE(codes.insert(std::string(advice.code)).second) << advice.code << " twice";
        EXPECT_TRUE(advice.code.contains('.'));
        EXPECT_FALSE(advice.title.empty() || advice.title.ends_with('.')) << advice.code;
        for (const std::string_view text : {advice.cause, advice.consequence, advice.fix})
            EXPECT_TRUE(text.ends_with('.') && std::isupper(text.front()) != 0)
                << advice.code << ": " << text;
        EXPECT_EQ(advice.node.empty(), advice.python.empty()) << advice.code;
    }
    EXPECT_EQ(codes.size(), static_cast<std::size_t>(mistake_count));
}

TEST(Advice, on_an_unverified_signature_shows_how_to_verify_it) {
    const Advice& advice = advice_on(Mistake::SignatureNotVerified);
    EXPECT_EQ(advice.code, "signature.not-verified");
    EXPECT_TRUE(advice.node.contains("timingSafeEqual"));
    EXPECT_TRUE(advice.python.contains("compare_digest"));
}

}  // namespace
}  // namespace doctor
