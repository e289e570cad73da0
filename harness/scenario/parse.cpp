#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "harness/scenario/matrix.h"
#include "harness/scenario/read_step.h"
#include "harness/scenario/references.h"
#include "harness/scenario/scenario.h"

namespace scenario {
namespace {

using document::Fields;
using document::Node;
using document::Problems;

void read_version(Fields& fields, Problems& problems) {
    const Node& version = fields.node("version");
    if (version.kind != Node::Kind::Null && version.scalar != "1")
        problems.push_back({version.at, fmt::format("version '{}' is not known", version.scalar),
                            "this program reads version: 1"});
}

std::vector<std::string> read_text_or_list(Fields& fields, std::string_view key, Problems& problems) {
    const Node* const node = fields.optional_node(key);
    if (node == nullptr) return {};
    if (node->kind == Node::Kind::Scalar) return {node->scalar};
    std::vector<std::string> texts;
    if (node->kind != Node::Kind::Sequence)
        problems.push_back({node->at, fmt::format("'{}' must be a name or a list of names", key), {}});
    for (const Node& item : node->items)
        texts.push_back(document::as_text(item, fmt::format("an item of '{}'", key), problems));
    return texts;
}

std::optional<WorldKind> read_world(const Node& node, Problems& problems) {
    for (const WorldKind kind : {WorldKind::Simulated, WorldKind::Live})
        if (node.scalar == name_of(kind)) return kind;
    problems.push_back({node.at, fmt::format("there is no world '{}'", node.scalar),
                        document::suggestion(node.scalar, {"simulated", "live"})});
    return std::nullopt;
}

std::vector<WorldKind> read_worlds(Fields& fields, Problems& problems) {
    const Node* const node = fields.optional_node("worlds");
    if (node == nullptr) return {WorldKind::Simulated, WorldKind::Live};
    std::vector<WorldKind> worlds;
    for (const Node& item : node->items) {
        const auto world = read_world(item, problems);
        if (world && std::ranges::find(worlds, *world) == worlds.end()) worlds.push_back(*world);
    }
    if (node->items.empty())
        problems.push_back({node->at, "'worlds' must be a list of at least one world", "[simulated, live]"});
    std::ranges::sort(worlds);
    return worlds;
}

std::vector<Step> read_steps(Fields& fields, const ReadPart& read, Problems& problems) {
    std::vector<Step> steps;
    const Node& node = fields.node("steps");
    if (node.kind == Node::Kind::Null) return steps;
    if (node.kind != Node::Kind::Sequence || node.items.empty())
        problems.push_back({node.at, "'steps' must be a list of at least one step",
                            "each step on a line of its own that begins with '- '"});
    const std::size_t before = problems.size();
    const std::vector<Node> items = expand_parts(node.items, read, problems);
    if (problems.size() > before) return steps;
    if (items.size() > steps_max) {
        problems.push_back({items[steps_max].at, fmt::format("more than {} steps", steps_max),
                            "split it into several scenarios"});
        return steps;
    }
    for (const Node& item : items)
        if (auto step = read_step(item, problems)) steps.push_back(*std::move(step));
    return steps;
}

std::optional<std::uint64_t> read_seed(Fields& fields, Problems& problems) {
    const Node* const node = fields.optional_node("seed");
    if (node == nullptr) return std::nullopt;
    constexpr std::int64_t seed_max = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::uint64_t>(document::as_integer(*node, "'seed'", 0, seed_max, problems));
}

// A scenario that is not played, or known to fail, says why: `skip: true` would be forgotten.
std::string read_reason(Fields& fields, std::string_view key, Problems& problems) {
    const Node* const node = fields.optional_node(key);
    if (node == nullptr) return {};
    const bool is_flag = !node->quoted && (node->scalar == "true" || node->scalar == "false");
    if (node->kind == Node::Kind::Scalar && !is_flag && !node->scalar.empty()) return node->scalar;
    problems.push_back({node->at, fmt::format("'{}' must be the reason, as a sentence", key),
                        fmt::format("for example {}: \"waits for an answer of the vendor\"", key)});
    return {};
}

std::vector<std::string> read_secrets(Fields& fields, Problems& problems) {
    constexpr std::size_t secret_chars_min = 4;
    std::vector<std::string> secrets;
    for (const Node& item : fields.items("secrets")) {
        secrets.push_back(document::as_text(item, "an item of 'secrets'", problems));
        if (item.kind == Node::Kind::Scalar && item.scalar.size() < secret_chars_min)
            problems.push_back({item.at, fmt::format("a secret has at least {} characters", secret_chars_min),
                                "a shorter one would blacken half of every report"});
    }
    return secrets;
}

Scenario read_scenario(const Node& root, const ReadPart& read, Problems& problems) {
    Scenario scenario;
    Fields fields(root, problems);
    read_version(fields, problems);
    scenario.title = fields.text("title");
    scenario.why = fields.text("why");
    scenario.proves = read_text_or_list(fields, "proves", problems);
    scenario.tags = fields.texts("tags");
    scenario.worlds = read_worlds(fields, problems);
    scenario.because = fields.text_or("because", "");
    scenario.skip = read_reason(fields, "skip", problems);
    scenario.xfail = read_reason(fields, "xfail", problems);
    scenario.secrets = read_secrets(fields, problems);
    fields.optional_node("matrix");
    scenario.organisation = fields.text_or("organisation", "");
    scenario.bridge = fields.text_or("bridge", "");
    scenario.seed = read_seed(fields, problems);
    scenario.steps = read_steps(fields, read, problems);
    const Node* const worlds = root.find("worlds");
    if (worlds != nullptr && worlds->items.size() == 1 && scenario.because.empty())
        problems.push_back(
            {worlds->at, "a world is missing, and 'because' does not say why", "because: one sentence"});
    fields.finish();
    return scenario;
}

std::string hint_for_key(std::string_view what) {
    for (const Explanation& key : file_keys()) {
        const std::string_view name = key.form.substr(0, key.form.find(':'));
        if (what == fmt::format("'{}' is missing", name)) return fmt::format("{}: ... {}", name, key.meaning);
        if (what.starts_with(fmt::format("'{}' ", name))) return fmt::format("{}: {}", name, key.meaning);
    }
    return {};
}

// By how the sentence ends: what readers that know nothing of scenarios cannot advise.
constexpr std::array general_hints{
    Explanation{"is missing", "write it between the braces; scenarios/README.md has the keys of each step"},
    Explanation{"must be text, not nothing", "write it behind the colon, best in quotes: \"Hello\""},
    Explanation{"must be text, not a list", "write one text, best in quotes: \"Hello\""},
    Explanation{"must be text, not a group of keys", "write one text, best in quotes: \"Hello\""},
    Explanation{"must be true or false", "one of the two words, without quotes"},
    Explanation{"must be a whole number", "digits, without a unit"},
    Explanation{"must be a group of keys",
                "write { key: value }; scenarios/README.md has the keys of each step"},
    Explanation{"stands here twice", "take one of the two out"},
    Explanation{
        "not valid YAML",
        "look here and a line above for an open quote or bracket, a tab, or a text with ': ' or ' #' in "
        "it that needs quotes"},
};

document::Problem with_hint(document::Problem problem) {
    if (problem.hint.empty()) problem.hint = hint_for_key(problem.what);
    for (const Explanation& general : general_hints)
        if (problem.hint.empty() && problem.what.contains(general.form)) problem.hint = general.meaning;
    return problem;
}

// Problems of one position keep their order. (std::stable_sort of this library uses a function that C++20
// removed.)
Problems in_order_of_the_file(Problems problems) {
    Problems ordered;
    for (document::Problem& problem : problems)
        ordered.insert(std::ranges::upper_bound(ordered, problem.at, {}, &document::Problem::at),
                       std::move(problem));
    return ordered;
}

}  // namespace

std::string_view name_of(WorldKind kind) {
    switch (kind) {
        case WorldKind::Simulated:
            return "simulated";
        case WorldKind::Live:
            return "live";
    }
    return "unknown";
}

std::expected<std::vector<Case>, Problems> parse_cases(std::string_view text, const ReadPart& read) {
    const auto root = document::parse(text);
    if (!root) return std::unexpected(Problems{with_hint(root.error())});
    Problems problems;
    const Node* const matrix = root->find("matrix");
    const std::vector<Row> rows = matrix == nullptr ? std::vector<Row>(1) : read_matrix(*matrix, problems);
    const Node* const steps = root->find("steps");
    if (matrix != nullptr && steps != nullptr && problems.empty())
        problems = unused_columns(*matrix, *steps, rows.front());
    std::vector<Case> cases;
    for (const Row& row : rows) {
        // What is wrong in one row is mostly wrong in all: the first is told.
        if (!problems.empty()) break;
        cases.push_back({row.name, read_scenario(fill(*root, row), read, problems)});
        // A step that could not be read may be the one that captures; only a readable file is judged further.
        if (problems.empty()) problems = check_references(cases.back().scenario.steps);
        if (!row.name.empty())
            for (document::Problem& problem : problems) problem.what += fmt::format(" [{}]", row.name);
    }
    if (problems.empty()) return cases;
    for (document::Problem& problem : problems) problem = with_hint(std::move(problem));
    return std::unexpected(in_order_of_the_file(std::move(problems)));
}

std::expected<Scenario, Problems> parse(std::string_view text) {
    auto cases = parse_cases(text, [](const std::string& file) -> std::expected<std::string, std::string> {
        return std::unexpected(fmt::format("there is no file '{}' here", file));
    });
    if (!cases) return std::unexpected(std::move(cases.error()));
    return std::move(cases->front().scenario);
}

}  // namespace scenario
