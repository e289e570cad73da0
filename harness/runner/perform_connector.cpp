// A connector that is not the bridge: calls Genesys Cloud with the bridge's own OAuth client.
#include <fmt/format.h>

#include "foundation/crypto/base64.h"
#include "harness/runner/perform.h"

namespace runner {
namespace {

constexpr std::string_view integration_parameter = "{integrationId}";

http::Request token_request(const Surroundings& surroundings) {
    http::Request request = post("/oauth/token", "");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("Authorization", "Basic " + crypto::encode_base64(surroundings.client_id + ":" +
                                                                          surroundings.client_secret));
    request.body = "grant_type=client_credentials";
    return request;
}

http::Request api_request(const scenario::ConnectorCalls& step, Stage& stage, const std::string& token) {
    const std::size_t space = step.operation.find(' ');
    std::string target = stage.captures().fill(step.operation.substr(space + 1));
    if (const auto at = target.find(integration_parameter); at != std::string::npos)
        target.replace(at, integration_parameter.size(), stage.surroundings().integration);
    http::Request request = post(std::move(target), stage.captures().fill(step.body));
    request.method = step.operation.substr(0, space);
    request.headers.add("Authorization", "Bearer " + token);
    return request;
}

}  // namespace

std::optional<Trouble> perform_connector(const scenario::ConnectorCalls& step, document::Position at,
                                         Stage& stage) {
    const auto admitted = stage.exchange(Place::Genesys, token_request(stage.surroundings()), answer_limit);
    const std::string token = admitted ? answer_text(*admitted, "access_token") : "";
    if (token.empty())
        return Trouble{Blame::World,
                       {at,
                        "an access token for the bridge's client",
                        admitted ? describe(*admitted) : "no answer",
                        {},
                        {}}};
    const auto reply = stage.exchange(Place::Genesys, api_request(step, stage, token), answer_limit);
    const auto* const response = reply ? std::get_if<http::Response>(&*reply) : nullptr;
    const bool is_expected = response != nullptr && response->status == step.status &&
                             (step.code.empty() || answer_code(*reply) == step.code);
    if (!is_expected)
        return Trouble{Blame::Promise,
                       {at,
                        fmt::format("Genesys Cloud to answer {}{}{}", step.status,
                                    step.code.empty() ? "" : " ", step.code),
                        reply ? describe(*reply) : "no answer",
                        {},
                        {}}};
    if (!step.capture.empty()) stage.captures().keep(step.capture, answer_text(*reply, "id"), at.line);
    return std::nullopt;
}

}  // namespace runner
