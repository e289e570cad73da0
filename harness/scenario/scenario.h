// A scenario file as a value, and the two ways between file and value.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/document/fields.h"
#include "harness/scenario/parts.h"
#include "harness/scenario/step.h"

namespace scenario {

enum class WorldKind { Simulated, Live };
std::string_view name_of(WorldKind kind);

inline constexpr std::size_t steps_max = 1000;

struct Scenario {
    std::string title;
    std::string why;
    std::vector<std::string> proves;  // the vendor behaviours it shows
    std::vector<std::string> tags;
    std::vector<WorldKind> worlds{WorldKind::Simulated, WorldKind::Live};
    std::string because;               // why a world is missing
    std::string skip;                  // why it is not played; empty: it is
    std::string xfail;                 // why it is known to fail; passing is then a failure
    std::vector<std::string> secrets;  // texts that no report or trace may show
    std::string organisation;          // path relative to the file; empty: the first-handover fixture
    std::string bridge;                // alike
    std::optional<std::uint64_t> seed;
    std::vector<Step> steps;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

// One row of a file's `matrix`, or the whole of a file without one.
struct Case {
    std::string name;  // "status=503"; empty without a matrix
    Scenario scenario;
};

// Every problem of the file at once, each with its position; see grammar.h for what is allowed.
// `read` gives the files that a step `use` names.
std::expected<std::vector<Case>, document::Problems> parse_cases(std::string_view text, const ReadPart& read);
// The first case of a file that uses no others.
std::expected<Scenario, document::Problems> parse(std::string_view text);

// The canonical file: parse(print(s)) == s. Comments are not part of a Scenario and so are not printed.
std::string print(const Scenario& scenario);

// One step as it is printed, without the leading "- ".
std::string print_step(const Step& step);

}  // namespace scenario
