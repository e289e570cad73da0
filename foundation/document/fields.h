// Reads a Map with a closed set of keys: every problem is collected with its position, unknown keys name the
// nearest allowed one. A reader asks for each key once and calls finish() last:
//
//     document::Fields fields(node, problems);
//     settings.name = fields.text("name");
//     settings.typing = fields.one_of<Typing>("typing", {{"enabled", Typing::On}, {"disabled", Typing::Off}},
//     Typing::Off); fields.finish();
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/document/node.h"

namespace document {

using Problems = std::vector<Problem>;

// The node as text; a problem and "" if it is no scalar. `what` names it in the problem: "'name'".
std::string as_text(const Node& node, std::string_view what, Problems& problems);
bool as_bool(const Node& node, std::string_view what, Problems& problems);
std::int64_t as_integer(const Node& node, std::string_view what, std::int64_t least, std::int64_t most,
                        Problems& problems);
base::Duration as_duration(const Node& node, std::string_view what, Problems& problems);

class Fields {
  public:
    // A node that is no Map is a problem, and then reads as an empty one. Both referred objects must outlive
    // this.
    Fields(const Node& node, Problems& problems);

    // Required: absent is a problem.
    std::string text(std::string_view key);
    const Node& node(std::string_view key);
    // Optional: absent gives the fallback.
    std::string text_or(std::string_view key, std::string_view fallback);
    std::optional<std::string> optional_text(std::string_view key);
    bool bool_or(std::string_view key, bool fallback);
    std::int64_t integer_or(std::string_view key, std::int64_t fallback, std::int64_t least,
                            std::int64_t most);
    base::Duration duration_or(std::string_view key, base::Duration fallback);
    const Node* optional_node(std::string_view key);
    // The items of a Sequence; empty if absent; a problem if it is something else.
    const std::vector<Node>& items(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    template <class Value>
    Value one_of(std::string_view key, std::initializer_list<std::pair<std::string_view, Value>> choices,
                 Value fallback) {
        const Node* const found = optional_node(key);
        if (found == nullptr) return fallback;
        std::vector<std::string_view> names;
        for (const auto& [name, value] : choices) {
            if (found->kind == Node::Kind::Scalar && found->scalar == name) return value;
            names.push_back(name);
        }
        refuse_choice(key, *found, names);
        return fallback;
    }

    // Reports keys that nobody asked for.
    void finish();
    // Where the map stands, for problems about the whole of it.
    Position at() const { return node_.at; }

  private:
    void refuse_choice(std::string_view key, const Node& found, const std::vector<std::string_view>& names);

    const Node& node_;
    Problems& problems_;
    std::vector<std::string_view> asked_;
};

// "did you mean 'x'?" if near enough, then "allowed here: a, b, c".
std::string suggestion(std::string_view word, const std::vector<std::string_view>& allowed);

}  // namespace document
