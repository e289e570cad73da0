// The mock's events as facts that promises are judged by.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "harness/invariants/fact.h"

namespace runner {

// `fields` are the event's members as texts, those of nested objects under dotted names. nullopt for kinds
// that no promise is about.
std::optional<invariants::Fact> fact_of(const std::string& kind,
                                        const std::map<std::string, std::string>& fields);

}  // namespace runner
