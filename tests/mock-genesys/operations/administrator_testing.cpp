#include "tests/mock-genesys/operations/administrator_testing.h"

#include "mock-genesys/operations/table.h"

namespace mock {
namespace {

Administrator::Answer answer_of(const http::Response& response) {
    auto body = json::parse(response.body);
    return {response.status, body ? *std::move(body) : json::Value()};
}

std::string target_of(std::string_view path) { return "/api/v2/" + std::string(path); }

}  // namespace

Organisation administered_organisation() {
    Organisation organisation = organisation_fixture("first-handover.yaml");
    for (const OperationEntry& entry : all_operations())
        for (const std::string_view permission : entry.requirement.permissions)
            organisation.roles[0].permissions.emplace_back(permission);
    return organisation;
}

Administrator::Answer Administrator::call(std::string_view method, std::string_view path,
                                          const std::string& body) {
    return answer_of(driver.api(method, target_of(path), body));
}

Administrator::Answer Administrator::call_as(const std::string& agent, std::string_view method,
                                             std::string_view path, const std::string& body) {
    const auto token = driver.control("POST", "/_mock/agents/" + agent + "/token");
    return answer_of(
        driver.request(method, target_of(path), body,
                       {{"Authorization", "Bearer " + token["access_token"].get<std::string>()}}));
}

std::string Administrator::id_of(std::string_view listing, std::string_view name) {
    const Answer answer = get(listing);
    for (const json::Value& entity : answer.body.at("entities"))
        if (entity["name"] == name) return entity["id"];
    return "none";
}

}  // namespace mock
