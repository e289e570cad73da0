#include "harness/doctor/bodies.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/harness/doctor/fake_receiver_testing.h"

namespace doctor {
namespace {

TEST(TextBody, is_byte_for_byte_what_the_vendor_sends) {
    const Envelope envelope{{"i", "anna", "c"}, "0123", base::UtcTime{std::chrono::milliseconds{1500}}};
    EXPECT_EQ(
        text_body(envelope, "Grüße \"a/b\""),
        R"({"id":"0123","channel":{"id":"i","platform":"Open","type":"Private","to":{"id":"anna","idType":"Opaque"},)"
        R"("from":{"nickname":"doctor","id":"i","idType":"Opaque"},"time":"1970-01-01T00:00:01.500Z","messageId":"0123"},)"
        R"("type":"Text","text":"Grüße \"a/b\"","originatingEntity":"Human","direction":"Outbound","conversationId":"c"})");
}

TEST(Bodies, of_every_kind_are_compact_and_stable_and_carry_an_id_each) {
    Envelopes envelopes = fake_envelopes();
    std::set<std::string> names;
    std::set<std::string> ids;
    for (const Body& body : bodies_of_every_kind(envelopes)) {
        const auto parsed = json::Ordered::parse(body.bytes);
        EXPECT_EQ(json::dump(parsed), body.bytes) << body.name;
        EXPECT_EQ(parsed.at("id"), parsed.at("channel").at("messageId"));
        names.insert(body.name);
        ids.insert(parsed.at("id"));
    }
    EXPECT_EQ(names.size(), 11U);
    EXPECT_EQ(ids.size(), names.size());
}

TEST(Bodies, cover_the_types_that_connectors_choke_on) {
    Envelopes envelopes = fake_envelopes();
    std::map<std::string, json::Ordered> by_name;
    for (const Body& body : bodies_of_every_kind(envelopes))
        by_name[body.name] = json::Ordered::parse(body.bytes);
    EXPECT_EQ(by_name["typing event"]["events"][0]["typing"]["type"], "On");
    EXPECT_EQ(by_name["published receipt"]["direction"], "Inbound");
    EXPECT_EQ(by_name["failed receipt"]["reasons"].size(), 1U);
    EXPECT_FALSE(by_name["attachment"].contains("text"));
    EXPECT_EQ(by_name["attachment"]["content"][0]["attachment"]["mime"], "image/png");
    EXPECT_FALSE(by_name["text in the form of 2021"].contains("conversationId"));
    EXPECT_EQ(by_name["carousel"]["content"][0]["carousel"]["cards"].size(), 1U);
}

TEST(Bodies, may_have_members_of_the_future) {
    Envelopes envelopes = fake_envelopes();
    const auto body = json::Ordered::parse(body_with_unknown_members(envelopes.next()));
    EXPECT_TRUE(body["channel"].contains("futureMember"));
    EXPECT_TRUE(body.contains("futureObject"));
}

TEST(Bodies, may_be_as_large_as_the_platform_takes) {
    Envelopes envelopes = fake_envelopes();
    const std::string body = large_body(envelopes.next());
    EXPECT_EQ(body.size(), large_body_bytes);
    EXPECT_TRUE(json::parse(body));
}

}  // namespace
}  // namespace doctor
