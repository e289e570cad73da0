#include "foundation/http/uri.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace {

using http::parse_form;
using http::parse_url;
using http::percent_decode;
using http::percent_encode;
using http::split_target;

TEST(SplitTarget, cuts_the_query_and_the_fragment_off) {
    EXPECT_EQ(split_target("/a/b?x=1&y=2").path, "/a/b");
    EXPECT_EQ(split_target("/a/b?x=1&y=2").query, "x=1&y=2");
    EXPECT_EQ(split_target("/a?x=1#frag").query, "x=1");
    EXPECT_EQ(split_target("/a").query, "");
    EXPECT_EQ(split_target("/a?b?c").query, "b?c");
}

TEST(PercentDecode, leaves_plus_alone) { EXPECT_EQ(percent_decode("a%20b+c%C3%A9"), "a b+c\xc3\xa9"); }

TEST(PercentDecode, refuses_malformed_escapes_and_nul) {
    for (const char* text : {"%", "%4", "%zz", "a%0", "%00", "a%-1"})
        EXPECT_EQ(percent_decode(text), std::nullopt) << text;
}

RC_GTEST_PROP(PercentEncode, is_undone_by_decoding, (const std::string& bytes)) {
    RC_PRE(!bytes.contains('\0'));
    RC_ASSERT(percent_decode(percent_encode(bytes)) == bytes);
}

TEST(ParseForm, decodes_pairs_in_order_and_plus_as_space) {
    const auto form = parse_form("grant_type=client_credentials&scope=a+b&empty=&flag&&scope=second");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->get("grant_type"), "client_credentials");
    EXPECT_EQ(form->get("scope"), "a b");
    EXPECT_EQ(form->get("empty"), "");
    EXPECT_EQ(form->get("flag"), "");
    EXPECT_EQ(form->get("absent"), std::nullopt);
}

TEST(ParseForm, refuses_malformed_escapes) { EXPECT_FALSE(parse_form("a=%4")); }

TEST(ParseUrl, reads_scheme_host_port_and_target) {
    const auto url = parse_url("HTTP://127.0.0.1:8081/handover/genesysCloudOM?x=1#f");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->scheme, "http");
    EXPECT_EQ(url->host, "127.0.0.1");
    EXPECT_EQ(url->port, 8081);
    EXPECT_EQ(url->target, "/handover/genesysCloudOM?x=1");
    EXPECT_EQ(url->origin(), "http://127.0.0.1:8081");
}

TEST(ParseUrl, fills_in_what_is_left_out) {
    EXPECT_EQ(parse_url("https://whatever.com")->origin(), "https://whatever.com:443");
    EXPECT_EQ(parse_url("http://h")->port, 80);
    EXPECT_EQ(parse_url("http://h?a")->target, "/?a");
    EXPECT_EQ(parse_url("http://[::1]:80/x")->origin(), "http://[::1]:80");
}

TEST(ParseUrl, refuses_what_is_no_web_address) {
    for (const char* text :
         {"", "whatever.com", "ftp://h", "http://", "http://:80", "http://h:0", "http://h:99999",
          "http://h:8x", "http://h:", "http://u@h/", "http://h/ x", "http://[::1", "http://h/\n"})
        EXPECT_FALSE(parse_url(text)) << text;
}

}  // namespace
