#include "harness/explore/texts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace explore {
namespace {

TEST(Texts, begin_with_their_mark_and_are_not_only_ascii) {
    const auto texts = rc::gen::exec([] {
                           std::vector<std::string> drawn;
                           for (int i = 0; i < 300; ++i) drawn.push_back(draw_text("carla 7"));
                           return drawn;
                       })(rc::Random(1))
                           .value();
    bool has_long = false;
    bool has_wide = false;
    for (const std::string& text : texts) {
        EXPECT_TRUE(text.starts_with("carla 7 ")) << text;
        has_long = has_long || text.size() > 1000;
        for (const char c : text) has_wide = has_wide || static_cast<unsigned char>(c) >= 0xf0;
    }
    EXPECT_TRUE(has_long);
    EXPECT_TRUE(has_wide);
}

}  // namespace
}  // namespace explore
