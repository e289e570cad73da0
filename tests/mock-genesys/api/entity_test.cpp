#include "mock-genesys/api/entity.h"

#include <gtest/gtest.h>

namespace mock {
namespace {

TEST(Entity, keeps_its_keys_in_the_order_they_were_added) {
    const auto time = *base::parse_iso8601("2026-03-04T05:06:07.890Z");
    EXPECT_EQ(Entity()
                  .text("z", "say \"hi\"")
                  .number("n", 3)
                  .real("x", 2.5)
                  .flag("f", true)
                  .time("t", time)
                  .object("o", Entity().text("id", "1"))
                  .list("l", {Entity().number("a", 1), Entity()})
                  .texts("s", {"x", "y"})
                  .map("m", {{"k", "v"}})
                  .raw("r", R"({"b":1,"a":2})")
                  .dump(),
              R"({"z":"say \"hi\"","n":3,"x":2.5,"f":true,"t":"2026-03-04T05:06:07.890Z","o":{"id":"1"},)"
              R"("l":[{"a":1},{}],"s":["x","y"],"m":{"k":"v"},"r":{"b":1,"a":2}})");
}

TEST(Entity, leaves_out_what_is_not_there) {
    EXPECT_EQ(Entity().text_if_any("a", "").time_if_any("b", std::nullopt).dump(), "{}");
    EXPECT_EQ(Entity().text_if_any("a", "x").dump(), R"({"a":"x"})");
}

TEST(Entity, is_a_value) {
    Entity one;
    one.text("a", "1");
    Entity other = one;
    other.text("a", "2");
    EXPECT_EQ(one.dump(), R"({"a":"1"})");
    one = other;
    EXPECT_EQ(dump({one, Entity()}), R"([{"a":"2"},{}])");
    EXPECT_EQ(dump_texts({"x", "y"}), R"(["x","y"])");
}

TEST(Entity, refers_to_others) {
    EXPECT_EQ(reference("q1", "/api/v2/routing/queues").dump(),
              R"({"id":"q1","selfUri":"/api/v2/routing/queues/q1"})");
    EXPECT_EQ(reference("q1", "Support", "/api/v2/routing/queues").dump(),
              R"({"id":"q1","name":"Support","selfUri":"/api/v2/routing/queues/q1"})");
}

}  // namespace
}  // namespace mock
