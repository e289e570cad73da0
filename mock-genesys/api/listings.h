// What a connector reads of the configuration: integrations, queues, the organisation.
#pragma once

#include <string>

#include "foundation/base/time.h"
#include "mock-genesys/api/paging.h"
#include "mock-genesys/core/access.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

// Which references of an integration are shown with their names (query parameter expand).
struct Expansion {
    bool supported_content = false;
    bool messaging_setting = false;
};
std::expected<Expansion, ApiError> decode_expansion(const http::Parameters& query);

// `since` is when the mock began, which stands for the entities' dates of creation.
struct ListingContext {
    const Organisation& organisation;
    base::UtcTime since;
};

// MessagingIntegrationEntityListing: integrations of every messenger type; here all are open.
std::string encode_integrations(const ListingContext& context, const Page& page, const Expansion& expansion);
// OpenIntegrationEntityListing and OpenIntegration. The secret is readable, as it is at the vendor.
std::string encode_open_integrations(const ListingContext& context, const Page& page,
                                     const Expansion& expansion);
std::string encode_open_integration(const ListingContext& context, const Integration& integration,
                                    const Expansion& expansion);
// QueueEntityListing, sorted by name; `name` selects the queues of that name (in any case), empty all.
std::string encode_queues(const ListingContext& context, const Page& page, std::string_view name,
                          bool ascending);
// Organization.
std::string encode_organization(const Organisation& organisation);
// TokenInfo of the caller's token.
std::string encode_token_owner(const Organisation& organisation, const Caller& caller);

}  // namespace mock
