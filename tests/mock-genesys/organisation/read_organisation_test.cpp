#include "mock-genesys/organisation/read_organisation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace mock {
namespace {

using namespace std::chrono_literals;

std::string fixture(const std::string& name) {
    std::ifstream stream(HANDOVER_SOURCE_DIR "/fixtures/organisations/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const document::Problem* find_problem(const document::Problems& problems, std::string_view what) {
    const auto found = std::ranges::find_if(
        problems, [&](const document::Problem& problem) { return problem.what.contains(what); });
    return found == problems.end() ? nullptr : &*found;
}

constexpr std::string_view head = "version: 1\norganization: { name: Example }\n";

document::Problems problems_of(std::string_view rest) {
    return read_organisation_with_warnings(std::string(head) + std::string(rest)).problems;
}

TEST(ReadOrganisation, reads_the_documented_setup) {
    const OrganisationReading reading = read_organisation_with_warnings(fixture("first-handover.yaml"));
    ASSERT_TRUE(reading.problems.empty()) << reading.problems[0].what;
    EXPECT_TRUE(reading.warnings.empty());
    const Organisation& organisation = reading.organisation;
    EXPECT_EQ(organisation.domain, "mypurecloud.de");
    ASSERT_EQ(organisation.queues.size(), 1U);
    EXPECT_EQ(organisation.queues[0].id, QueueId("d59d0280-6664-4896-ad42-1a2715b7178e"));
    EXPECT_EQ(organisation.queues[0].members, (std::vector<std::string>{"ann", "ben"}));
    EXPECT_FALSE(organisation.users[0].persona);
    ASSERT_EQ(organisation.flows[0].actions.size(), 2U);
    EXPECT_EQ(std::get<SendResponse>(organisation.flows[0].actions[0]).text, "Connected");
    EXPECT_EQ(std::get<TransferToAcd>(organisation.flows[0].actions[1]).queue, "Support");
    EXPECT_EQ(organisation.integrations[0].name, "chatbot");
    EXPECT_EQ(organisation.message_routing[0].addresses, std::vector<std::string>{"chatbot"});
    EXPECT_TRUE(organisation.oauth_clients[0].authorized);
    EXPECT_EQ(organisation.divisions[0].name, "Home");
}

TEST(ReadOrganisation, reads_content_profiles_and_typing) {
    const auto organisation = read_organisation(fixture("rich-content.yaml"));
    ASSERT_TRUE(organisation);
    ASSERT_EQ(organisation->supported_content.size(), 2U);
    EXPECT_EQ(organisation->supported_content[0].name, default_content_profile);
    EXPECT_EQ(organisation->supported_content[1].inbound,
              (std::vector<std::string>{"image/*", "application/pdf"}));
    EXPECT_EQ(organisation->integrations[0].supported_content_profile, "Pictures");
    EXPECT_EQ(organisation->platform_configs[0].typing, (TypingSetting{true, true}));
}

TEST(ReadOrganisation, refuses_media_types_and_profiles_that_are_none) {
    EXPECT_TRUE(find_problem(problems_of("supportedContentProfiles: [{ name: A, inbound: [png] }]\n"),
                             "'png' is not a media type"));
    EXPECT_TRUE(find_problem(problems_of("supportedContentProfiles: [{ name: default }]\n"), "two"));
    EXPECT_TRUE(find_problem(
        problems_of("integrations: [{ name: a, supportedContentProfile: Pictures, "
                    "outboundNotificationWebhookUrl: http://127.0.0.1/, "
                    "outboundNotificationWebhookSignatureSecretToken: a-long-enough-secret }]\n"),
        "no supported content profile named 'Pictures'"));
}

TEST(ReadOrganisation, takes_the_guide_s_plural_permissions_as_the_singular) {
    const auto organisation = read_organisation(fixture("first-handover.yaml"));
    ASSERT_TRUE(organisation);
    const auto& permissions = organisation->roles[0].permissions;
    EXPECT_EQ(permissions.size(), 6U);
    EXPECT_EQ(std::ranges::count(permissions, "conversation:message:receive"), 1);
    EXPECT_EQ(std::ranges::count(permissions, "conversation:message:create"), 1);
}

TEST(ReadOrganisation, reads_the_agent_who_acts_alone) {
    const auto organisation = read_organisation(fixture("persona.yaml"));
    ASSERT_TRUE(organisation);
    const Persona& persona = organisation->users[0].persona.value();
    EXPECT_TRUE(persona.on_queue);
    EXPECT_EQ(persona.accept_after, 2s);
    EXPECT_EQ(persona.replies.size(), 2U);
    EXPECT_EQ(persona.disconnect_after, 60s);
    EXPECT_EQ(persona.wrap_up->code, "Resolved");
}

TEST(ReadOrganisation, names_unknown_keys_where_they_stand_with_the_nearest_allowed_one) {
    const auto problems = problems_of("queues:\n  - { name: Support, membrs: [] }\n");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].at, (document::Position{4, 22}));
    EXPECT_EQ(problems[0].what, "unknown key 'membrs'");
    EXPECT_TRUE(problems[0].hint.contains("did you mean 'members'?"));
}

TEST(ReadOrganisation, finds_references_to_what_does_not_exist) {
    const auto problems = problems_of(
        "queues: [ { name: Support, members: [cat], division: Nowhere } ]\n"
        "flows: [ { name: F, actions: [ { transferToAcd: { queue: Suport } } ] } ]\n"
        "messageRouting: [ { flow: G, addresses: [chatbot] } ]\n"
        "oauthClients: [ { name: c, secret: s, roles: [Bridge] } ]\n"
        "users: [ { name: ann, persona: { wrapUp: { code: Done } } } ]\n"
        "integrations: [ { name: i, platformConfig: p, outboundNotificationWebhookUrl: 'http://127.0.0.1/',\n"
        "  outboundNotificationWebhookSignatureSecretToken: a-long-enough-secret } ]\n");
    for (const std::string_view what :
         {"no user named 'cat'", "no division named 'Nowhere'", "no queue named 'Suport'",
          "no flow named 'G'", "no integration named 'chatbot'", "no role named 'Bridge'",
          "no wrap-up code named 'Done'", "no platform config named 'p'"})
        EXPECT_NE(find_problem(problems, what), nullptr) << what;
    EXPECT_EQ(problems.size(), 8U);
    EXPECT_TRUE(std::ranges::is_sorted(problems, {}, &document::Problem::at));
    EXPECT_TRUE(find_problem(problems, "Suport")->hint.contains("did you mean 'Support'?"));
}

TEST(ReadOrganisation, refuses_names_that_stand_twice) {
    const auto problems =
        problems_of("queues: [ { name: A }, { name: A } ]\ndivisions: [ { name: Home } ]\n");
    EXPECT_NE(find_problem(problems, "two queues named 'A'"), nullptr);
    EXPECT_NE(find_problem(problems, "two divisions named 'Home'"), nullptr);
}

TEST(ReadOrganisation, refuses_malformed_values) {
    const auto problems = problems_of(
        "roles: [ { name: r, permissions: ['messaging-view'] } ]\n"
        "integrations: [ { name: i, outboundNotificationWebhookUrl: 'ftp://x',\n"
        "  outboundNotificationWebhookSignatureSecretToken: '' } ]\n"
        "flows: [ { name: f, type: inboundcall, actions: [ {}, { sendResponse: a, transferToAcd: {} } ] } ]\n"
        "oauthClients: [ { name: c, secret: s, accessTokenValiditySeconds: 10, grantType: PASSWORD } ]\n");
    for (const std::string_view what :
         {"'messaging-view' is not a permission", "'ftp://x' is not a webhook URL",
          "the webhook secret is empty", "a flow action is one of", "'type'", "'accessTokenValiditySeconds'",
          "'grantType'"})
        EXPECT_NE(find_problem(problems, what), nullptr) << what;
}

TEST(ReadOrganisation, refuses_an_integration_with_two_flows) {
    const auto problems = problems_of(
        "flows: [ { name: f }, { name: g } ]\n"
        "integrations: [ { name: i, outboundNotificationWebhookUrl: 'http://127.0.0.1/',\n"
        "  outboundNotificationWebhookSignatureSecretToken: a-long-enough-secret } ]\n"
        "messageRouting: [ { flow: f, addresses: [i] }, { flow: g, addresses: [i] } ]\n");
    EXPECT_NE(find_problem(problems, "routed to two flows"), nullptr);
}

TEST(ReadOrganisation, warns_of_a_secret_that_the_vendor_would_refuse_but_takes_it) {
    const OrganisationReading reading = read_organisation_with_warnings(
        std::string(head) +
        "integrations: [ { name: i, outboundNotificationWebhookUrl: 'http://127.0.0.1/', "
        "outboundNotificationWebhookSignatureSecretToken: '123' } ]\n");
    EXPECT_TRUE(reading.problems.empty());
    ASSERT_EQ(reading.warnings.size(), 1U);
    EXPECT_TRUE(reading.warnings[0].what.contains("shorter than 16 characters"));
    EXPECT_EQ(reading.organisation.integrations[0].webhook_secret, "123");
}

TEST(ReadOrganisation, wants_a_version_and_an_organization) {
    EXPECT_EQ(read_organisation_with_warnings("{}").problems.size(), 2U);
    EXPECT_EQ(read_organisation_with_warnings("version: 2\norganization: { name: x }").problems.size(), 1U);
}

TEST(ReadOrganisation, refuses_what_is_no_document) {
    EXPECT_FALSE(read_organisation("a: [1"));
    EXPECT_FALSE(read_organisation("- just\n- a list\n"));
    EXPECT_FALSE(read_organisation(""));
}

TEST(ReadOrganisation, reads_json_too) {
    EXPECT_TRUE(read_organisation(R"({"version": 1, "organization": {"name": "Example"}})"));
}

}  // namespace
}  // namespace mock
