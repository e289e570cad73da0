// Every simulated operation asks for exactly the permissions that its table says: each one dropped in turn.
#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/http/headers.h"
#include "mock-genesys/operations/table.h"
#include "tests/mock-genesys/service/mock_driver_testing.h"

namespace mock {
namespace {

using Permissions = std::vector<std::string>;

Permissions texts_of(const Requirement& requirement) {
    return {requirement.permissions.begin(), requirement.permissions.end()};
}

// "x" for each parameter.
std::string target_of(std::string_view pattern) {
    std::string target;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        target += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        target += 'x';
        pattern.remove_prefix(pattern.find('}') + 1);
    }
    return target;
}

// The operation, called by somebody who has these permissions and no other.
http::Response answer_to(const OperationEntry& entry, Permissions permissions, std::size_t& facts) {
    Organisation organisation = organisation_fixture("first-handover.yaml");
    organisation.roles[0].permissions = permissions;
    organisation.users[0].roles = {organisation.roles[0].name};
    MockDriver driver(std::move(organisation));
    const bool is_user = entry.context == CallerContext::UserOnly;
    const std::string token =
        is_user ? driver.control("POST", "/_mock/agents/ann/token")["access_token"].get<std::string>()
                : driver.token();
    const std::size_t before = driver.traces.size();
    const auto response =
        driver.request(entry.method, target_of(entry.pattern), "{}", {{"Authorization", "Bearer " + token}});
    facts = static_cast<std::size_t>(std::ranges::count_if(
        driver.traces.begin() + static_cast<std::ptrdiff_t>(before), driver.traces.end(),
        [](const host::Trace& trace) { return trace.event != "request.refused"; }));
    return response;
}

class PermissionMatrix : public testing::Test {
  protected:
    static std::vector<OperationEntry> guarded() {
        std::vector<OperationEntry> entries;
        for (const OperationEntry& entry : all_operations())
            if (!entry.requirement.permissions.empty()) entries.push_back(entry);
        return entries;
    }
};

TEST_F(PermissionMatrix, names_the_one_permission_of_all_that_is_missing_and_changes_nothing) {
    for (const OperationEntry& entry : guarded()) {
        if (entry.requirement.kind != Requirement::Kind::All) continue;
        for (const std::string& dropped : texts_of(entry.requirement)) {
            Permissions others = texts_of(entry.requirement);
            std::erase(others, dropped);
            std::size_t facts = 0;
            const auto response = answer_to(entry, others, facts);
            EXPECT_EQ(response.status, 403) << entry.method << " " << entry.pattern;
            EXPECT_TRUE(response.body.contains(R"("code":"missing.permissions")")) << response.body;
            EXPECT_TRUE(response.body.contains("permission(s): " + dropped + "\"")) << response.body;
            EXPECT_EQ(facts, 0U) << entry.pattern;
        }
    }
}

TEST_F(PermissionMatrix, names_every_permission_of_which_any_would_do) {
    for (const OperationEntry& entry : guarded()) {
        if (entry.requirement.kind != Requirement::Kind::Any) continue;
        std::size_t facts = 0;
        const auto response = answer_to(entry, {"nothing:at:all"}, facts);
        EXPECT_EQ(response.status, 403) << entry.method << " " << entry.pattern;
        EXPECT_TRUE(response.body.contains(R"("code":"missing.any.permissions")")) << response.body;
        for (const std::string_view permission : entry.requirement.permissions)
            EXPECT_TRUE(response.body.contains(permission)) << entry.pattern;
        EXPECT_EQ(facts, 0U) << entry.pattern;
    }
}

TEST_F(PermissionMatrix, lets_everybody_through_who_has_what_is_asked_for) {
    for (const OperationEntry& entry : guarded()) {
        std::vector<Permissions> sufficient;
        if (entry.requirement.kind == Requirement::Kind::All)
            sufficient.push_back(texts_of(entry.requirement));
        else
            for (const std::string& permission : texts_of(entry.requirement))
                sufficient.push_back({permission});
        for (const Permissions& permissions : sufficient) {
            std::size_t facts = 0;
            EXPECT_NE(answer_to(entry, permissions, facts).status, 403)
                << entry.method << " " << entry.pattern << " with " << permissions.front();
        }
    }
}

TEST_F(PermissionMatrix, refuses_a_token_of_the_wrong_kind) {
    for (const OperationEntry& entry : all_operations()) {
        if (entry.context == CallerContext::Anyone) continue;
        Organisation organisation = organisation_fixture("first-handover.yaml");
        MockDriver driver(std::move(organisation));
        const bool wants_user = entry.context == CallerContext::UserOnly;
        const std::string token =
            wants_user ? driver.token()
                       : driver.control("POST", "/_mock/agents/ann/token")["access_token"].get<std::string>();
        const auto response = driver.request(entry.method, target_of(entry.pattern), "{}",
                                             {{"Authorization", "Bearer " + token}});
        EXPECT_EQ(response.status, 400) << entry.pattern;
        EXPECT_TRUE(response.body.contains(wants_user ? "not.a.user" : "not.a.client")) << response.body;
    }
}

}  // namespace
}  // namespace mock
