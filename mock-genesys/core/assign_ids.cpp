#include "mock-genesys/core/assign_ids.h"

#include <string>

#include "foundation/base/random.h"

namespace mock {
namespace {

std::string id_for(std::uint64_t seed, std::string_view kind, std::string_view name) {
    return base::Random(base::derive_seed(base::derive_seed(seed, kind), name)).uuid();
}

template <class Parts>
void assign(Parts& parts, std::uint64_t seed, std::string_view kind) {
    for (auto& part : parts)
        if (part.id.empty()) part.id = decltype(part.id)(id_for(seed, kind, part.name));
}

}  // namespace

Organisation assign_ids(Organisation organisation, std::uint64_t seed) {
    if (organisation.id.empty())
        organisation.id = OrganizationId(id_for(seed, "organization", organisation.name));
    if (organisation.supported_content_id.empty())
        organisation.supported_content_id = id_for(seed, "supportedContent", "default");
    for (SupportedContent& profile : organisation.supported_content)
        if (profile.id.empty())
            profile.id = profile.name == default_content_profile
                             ? organisation.supported_content_id
                             : id_for(seed, "supportedContent", profile.name);
    assign(organisation.divisions, seed, "division");
    assign(organisation.platform_configs, seed, "platformConfig");
    assign(organisation.queues, seed, "queue");
    assign(organisation.users, seed, "user");
    assign(organisation.skills, seed, "skill");
    assign(organisation.languages, seed, "language");
    assign(organisation.wrap_up_codes, seed, "wrapUpCode");
    assign(organisation.flows, seed, "flow");
    assign(organisation.integrations, seed, "integration");
    assign(organisation.roles, seed, "role");
    assign(organisation.oauth_clients, seed, "oauthClient");
    for (Integration& integration : organisation.integrations)
        if (integration.recipient.empty())
            integration.recipient = RecipientId(id_for(seed, "recipient", integration.name));
    return organisation;
}

}  // namespace mock
