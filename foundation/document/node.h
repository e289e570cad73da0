// A parsed YAML (or JSON) document in which every node knows where it stands.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace document {

struct Position {
    unsigned line = 1;    // from 1
    unsigned column = 1;  // from 1, in bytes
    friend auto operator<=>(const Position&, const Position&) = default;
};

struct Entry;

struct Node {
    enum class Kind { Null, Scalar, Sequence, Map };
    Kind kind = Kind::Null;
    Position at;
    std::string scalar;          // of a Scalar, unquoted
    bool quoted = false;         // a Scalar that was written in quotes or as a block: always text
    std::vector<Node> items;     // of a Sequence
    std::vector<Entry> entries;  // of a Map, in the order written; keys are unique

    // The value of a key of a Map, or nullptr.
    const Node* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    Position key_at;
    Node value;
};

// What is wrong with a file, for the person who wrote it.
struct Problem {
    Position at;
    std::string what;  // "unknown key 'sendRespons'"
    std::string hint;  // "did you mean 'sendResponse'? allowed here: ..."; may be empty
};

inline constexpr std::size_t bytes_max = 4UL * 1024 * 1024;
inline constexpr unsigned depth_max = 64;

// One document. Refused: syntax errors, duplicate keys, anchors and aliases, tags, several documents, invalid
// UTF-8, more than bytes_max bytes or depth_max levels.
std::expected<Node, Problem> parse(std::string_view text);

// "file:line:column: what" and, below it, the line with a caret and the hint. `text` is the whole file.
std::string render(const Problem& problem, std::string_view file, std::string_view text);

}  // namespace document
