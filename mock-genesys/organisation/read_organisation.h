// The organisation file (docs/interfaces.md, sections 1 and 2) read into values.
#pragma once

#include <expected>
#include <string_view>

#include "foundation/document/fields.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

struct OrganisationReading {
    Organisation organisation;    // usable if there are no problems
    document::Problems problems;  // in the order of the file
    document::Problems warnings;  // what is accepted but would surprise at the vendor
};

// Collects every problem: unknown keys with the nearest allowed one, references to names that do not exist,
// names that stand twice, malformed permissions.
OrganisationReading read_organisation_with_warnings(std::string_view text);

std::expected<Organisation, document::Problems> read_organisation(std::string_view text);

}  // namespace mock
