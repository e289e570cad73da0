#include "harness/scenario/parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/scenario/matrix.h"
#include "harness/scenario/read_step.h"

namespace scenario {
namespace {

using document::Entry;
using document::Fields;
using document::Node;
using document::Position;
using document::Problem;
using document::Problems;

constexpr std::string_view part_example =
    "a part has `parameters: [name]`, if it takes any, and `steps:`; its name ends in .part.yaml";

const Node* use_of(const Node& step) {
    const bool is_use =
        step.kind == Node::Kind::Map && step.entries.size() == 1 && step.entries.front().key == "use";
    return is_use ? &step.entries.front().value : nullptr;
}

Node moved_to(Node node, Position at) {
    node.at = at;
    for (Node& item : node.items) item = moved_to(std::move(item), at);
    for (Entry& entry : node.entries) {
        entry.key_at = at;
        entry.value = moved_to(std::move(entry.value), at);
    }
    return node;
}

class Expansion {
  public:
    Expansion(const ReadPart& read, Problems& problems) : read_(read), problems_(problems) {}

    std::vector<Node> expand(const std::vector<Node>& steps, unsigned depth) {
        std::vector<Node> expanded;
        for (const Node& step : steps) {
            const Node* const use = use_of(step);
            if (use == nullptr) {
                expanded.push_back(step);
                continue;
            }
            for (Node& one : steps_of(step.entries.front().key_at, *use, depth))
                expanded.push_back(moved_to(std::move(one), step.entries.front().key_at));
        }
        return expanded;
    }

  private:
    std::vector<Node> steps_of(Position at, const Node& use, unsigned depth) {
        if (depth >= use_depth_max) {
            problems_.push_back({at, fmt::format("parts use parts more than {} deep", use_depth_max),
                                 "does a part use itself?"});
            return {};
        }
        const std::size_t before = problems_.size();
        Fields fields(use, problems_);
        const std::string file = fields.text("file");
        Row row;
        if (const Node* const with = fields.optional_node("with")) row = read_with(*with);
        fields.finish();
        if (problems_.size() > before) return {};
        const auto text = read_(file);
        if (!text) {
            problems_.push_back({at, text.error(), "the path is relative to the scenario"});
            return {};
        }
        return steps_in(at, file, *text, row, depth);
    }

    Row read_with(const Node& node) {
        Row row;
        if (node.kind != Node::Kind::Map)
            problems_.push_back(
                {node.at, "'with' must be a group of values", "for example with: { agent: ann }"});
        for (const Entry& entry : node.entries) {
            if (entry.value.kind != Node::Kind::Scalar)
                problems_.push_back({entry.value.at,
                                     fmt::format("'{}' must be a text or a number", entry.key),
                                     "a part takes single values"});
            row.values.insert_or_assign(entry.key, entry.value);
        }
        return row;
    }

    std::vector<Node> steps_in(Position at, const std::string& file, const std::string& text, const Row& row,
                               unsigned depth) {
        const auto root = document::parse(text);
        Problems inner;
        std::vector<Node> steps;
        if (root)
            steps = read_part(*root, row, depth, inner);
        else
            inner.push_back(root.error());
        for (const Problem& problem : inner)
            problems_.push_back(
                {at, fmt::format("{}:{}:{}: {}", file, problem.at.line, problem.at.column, problem.what),
                 problem.hint});
        return inner.empty() ? steps : std::vector<Node>{};
    }

    std::vector<Node> read_part(const Node& root, const Row& row, unsigned depth, Problems& problems) {
        Fields fields(root, problems);
        check_values(fields.texts("parameters"), row, root.at, problems);
        std::vector<Node> steps;
        for (const Node& step : fields.items("steps")) steps.push_back(fill(step, row));
        if (root.find("steps") == nullptr)
            problems.push_back({root.at, "'steps' is missing", std::string(part_example)});
        fields.finish();
        std::vector<Node> expanded = Expansion(read_, problems).expand(steps, depth + 1);
        for (const Node& step : expanded) read_step(step, problems);
        return expanded;
    }

    static void check_values(const std::vector<std::string>& parameters, const Row& row, Position at,
                             Problems& problems) {
        for (const std::string& name : parameters)
            if (!row.values.contains(name))
                problems.push_back({at, fmt::format("the parameter '{}' gets no value", name),
                                    fmt::format("write with: {{ {}: ... }} where it is used", name)});
        for (const auto& [name, value] : row.values)
            if (std::ranges::find(parameters, name) == parameters.end())
                problems.push_back({at, fmt::format("there is no parameter '{}'", name),
                                    document::suggestion(name, {parameters.begin(), parameters.end()})});
    }

    const ReadPart& read_;
    Problems& problems_;
};

}  // namespace

std::vector<Node> expand_parts(const std::vector<Node>& steps, const ReadPart& read, Problems& problems) {
    return Expansion(read, problems).expand(steps, 0);
}

}  // namespace scenario
