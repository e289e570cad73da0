#include <gtest/gtest.h>

#include "tests/mock-genesys/operations/administrator_testing.h"

namespace mock {
namespace {

TEST(FlowOperations, list_and_read_flows_and_their_version) {
    Administrator admin;
    const auto listing = admin.get("flows?type=inboundshortmessage");
    EXPECT_EQ(listing.body["total"], 1);
    const std::string id = listing.body["entities"][0]["id"];
    EXPECT_EQ(admin.get("flows/" + id).body["publishedVersion"]["id"], "1.0");
    EXPECT_EQ(admin.get("flows/lookup?id=" + id).body["total"], 1);
    EXPECT_EQ(admin.get("flows/divisionviews").body["entities"][0]["name"], "Chatbot handover");
    EXPECT_EQ(admin.get("flows/" + id + "/versions").body["total"], 1);
    EXPECT_EQ(admin.get("flows/" + id + "/versions/1.0").body["type"], "PUBLISH");
}

TEST(FlowOperations, show_no_published_version_of_a_draft) {
    Organisation organisation = administered_organisation();
    organisation.flows[0].published = false;
    Administrator admin(std::move(organisation));
    const std::string id = admin.id_of("flows", "Chatbot handover");
    EXPECT_FALSE(admin.get("flows/" + id).body.contains("publishedVersion"));
    EXPECT_EQ(admin.get("flows/" + id + "/versions/1.0").body["type"], "SAVE");
}

TEST(FlowOperations, tell_what_there_is_not) {
    Administrator admin;
    EXPECT_EQ(admin.get("flows?type=inboundcall").body["total"], 0);
    EXPECT_EQ(admin.get("flows/none").code(), "architect.flow.not.found");
    EXPECT_EQ(admin.get("flows/lookup?id=").code(), "architect.query.parameter.missing");
    EXPECT_EQ(admin.get("flows/" + admin.id_of("flows", "Chatbot handover") + "/versions/9").code(),
              "architect.flow.version.missing");
    EXPECT_EQ(admin.get("flows?lockedBy=me").status, 501);
}

}  // namespace
}  // namespace mock
