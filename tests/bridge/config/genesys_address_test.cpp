#include "bridge/config/genesys_address.h"

#include <gtest/gtest.h>

namespace bridge {
namespace {

TEST(NormalHost, keeps_the_domain_of_the_region_only) {
    for (const char* text :
         {"mypurecloud.de", "https://apps.mypurecloud.de/directory/#/admin", "login.mypurecloud.de",
          "api.mypurecloud.de", "HTTPS://Login.MyPureCloud.de:443", "mypurecloud.de/"})
        EXPECT_EQ(normal_host(text), "mypurecloud.de") << text;
    EXPECT_EQ(normal_host("cac1.pure.cloud"), "cac1.pure.cloud");
}

TEST(NormalHost, refuses_what_is_none) {
    for (const char* text : {"", "localhost", "https://", "my purecloud.de", ".de", "a..b", "login.", "a.b."})
        EXPECT_EQ(normal_host(text), std::nullopt) << text;
}

TEST(KnownRegion, is_one_of_the_vendors) {
    EXPECT_TRUE(is_known_region("mypurecloud.de"));
    EXPECT_TRUE(is_known_region("edee1.eusc-pure.cloud"));
    EXPECT_FALSE(is_known_region("mypurecloud.example"));
    EXPECT_FALSE(is_known_region(""));
}

TEST(QueueId, is_taken_from_the_address_of_the_queues_page) {
    const std::string ref_id = "d59d0280-6664-4896-ad42-1a2715b7178e";
    EXPECT_EQ(queue_id(ref_id), ref_id);
    EXPECT_EQ(
        queue_id("https://apps.mypurecloud.de/directory/#/admin/organization/queues/" + ref_id + "/general"),
        ref_id);
    EXPECT_EQ(queue_id("/queues/" + ref_id), ref_id);
}

TEST(QueueId, refuses_names_and_pieces) {
    for (const char* text : {"", "Support", "d59d0280", "/queues/", "/queues/Support/general",
                             "d59d0280-6664-4896-ad42-1a2715b7178g", "d59d0280x6664-4896-ad42-1a2715b7178e"})
        EXPECT_EQ(queue_id(text), std::nullopt) << text;
}

TEST(NormalOrigin, has_scheme_host_and_port_only) {
    EXPECT_EQ(normal_origin("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
    EXPECT_EQ(normal_origin("https://genesys.example/"), "https://genesys.example:443");
    for (const char* text : {"", "127.0.0.1:8080", "ftp://a", "http://a/b", "http://a?b", "http://"})
        EXPECT_EQ(normal_origin(text), std::nullopt) << text;
}

}  // namespace
}  // namespace bridge
