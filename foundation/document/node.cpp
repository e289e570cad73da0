#include "foundation/document/node.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>

namespace document {
namespace {

Position position_of(const YAML::Mark& mark) {
    return {static_cast<unsigned>(mark.line + 1), static_cast<unsigned>(mark.column + 1)};
}

// Stands behind every text that is parsed: yaml-cpp 0.7 takes a quote that is never closed for one that ends
// with the file, but only if the file ends with a line break.
constexpr std::string_view end_mark = "\n# end";

struct Refused {
    Problem problem;
};

[[noreturn]] void refuse(Position at, std::string what, std::string hint = {}) {
    throw Refused{{at, std::move(what), std::move(hint)}};
}

// Builds our tree from the library's events. The library's own Node is not used: it has no key positions, and
// it resolves aliases, which lets a small file grow without bound.
class Builder : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        no_anchor(mark, anchor);
        add(Node{.at = position_of(mark)});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        refuse(position_of(mark), "aliases are not supported", "write the value out");
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        no_anchor(mark, anchor);
        no_tag(mark, tag);
        const bool quoted = tag == "!";
        if (!quoted && (value == "null" || value == "~")) return add(Node{.at = position_of(mark)});
        add(Node{.kind = Node::Kind::Scalar, .at = position_of(mark), .scalar = value, .quoted = quoted});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::Sequence);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    Node root;

  private:
    struct Level {
        Node node;
        std::optional<Entry> pending;  // a key whose value has not come yet
    };

    static void no_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) refuse(position_of(mark), "anchors are not supported", "write the value out");
    }
    static void no_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag != "?" && tag != "!" && !tag.empty())
            refuse(position_of(mark), fmt::format("the tag {} is not supported", tag));
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        no_anchor(mark, anchor);
        no_tag(mark, tag);
        if (levels_.size() >= depth_max)
            refuse(position_of(mark), fmt::format("nested deeper than {} levels", depth_max));
        levels_.push_back({Node{.kind = kind, .at = position_of(mark)}, std::nullopt});
    }

    void close() {
        Node node = std::move(levels_.back().node);
        levels_.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        if (levels_.empty()) {
            root = std::move(node);
            return;
        }
        Level& level = levels_.back();
        if (level.node.kind == Node::Kind::Sequence) {
            level.node.items.push_back(std::move(node));
        } else if (!level.pending) {
            begin_entry(level, node);
        } else {
            level.pending->value = std::move(node);
            level.node.entries.push_back(*std::move(level.pending));
            level.pending.reset();
        }
    }

    static void begin_entry(Level& level, const Node& key) {
        if (key.kind != Node::Kind::Scalar) refuse(key.at, "a key must be a plain word");
        if (level.node.find(key.scalar) != nullptr)
            refuse(key.at, fmt::format("the key '{}' stands here twice", key.scalar));
        level.pending = Entry{.key = key.scalar, .key_at = key.at, .value = {}};
    }

    std::vector<Level> levels_;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The length of a well-formed UTF-8 sequence at `at`, or 0.
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return 1;
    const std::size_t length = lead >= 0xC2U && lead < 0xE0U   ? 2
                               : lead >= 0xE0U && lead < 0xF0U ? 3
                               : lead >= 0xF0U && lead < 0xF5U ? 4
                                                               : 0;
    if (length == 0 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!is_continuation(text[at + i])) return 0;
    return length;
}

std::optional<Problem> find_bad_bytes(std::string_view text) {
    Position at;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text, i);
        if (length == 0) return Problem{at, "not valid UTF-8", "save the file as UTF-8"};
        if (text[i] == '\0') return Problem{at, "a NUL byte", "is this a text file?"};
        if (text[i] == '\n')
            at = {at.line + 1, 1};
        else
            ++at.column;
        i += length;
    }
    return std::nullopt;
}

std::string_view line_of(std::string_view text, unsigned line) {
    for (unsigned i = 1; i < line; ++i) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    std::string_view found = text.substr(0, text.find('\n'));
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

// The last quote of the last line that has an odd number of them: only to show people where to look.
std::optional<Position> find_open_quote(std::string_view text) {
    std::optional<Position> found;
    for (unsigned line = 1; !text.empty(); ++line) {
        const std::string_view one = text.substr(0, text.find('\n'));
        for (const char quote : {'"', '\''})
            if (std::ranges::count(one, quote) % 2 == 1)
                found = Position{line, static_cast<unsigned>(one.rfind(quote) + 1)};
        text.remove_prefix(std::min(one.size() + 1, text.size()));
    }
    return found;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &found->value;
}

std::expected<Node, Problem> parse(std::string_view text) {
    if (text.size() > bytes_max)
        return std::unexpected(Problem{{}, fmt::format("larger than {} bytes", bytes_max), {}});
    if (auto problem = find_bad_bytes(text)) return std::unexpected(*std::move(problem));
    std::istringstream stream{std::string(text).append(end_mark)};
    try {
        YAML::Parser parser(stream);
        Builder builder;
        if (!parser.HandleNextDocument(builder)) return Node{};
        Builder rest;
        if (parser.HandleNextDocument(rest))
            return std::unexpected(
                Problem{rest.root.at, "a second document in one file", "one '---' at most"});
        return std::move(builder.root);
    } catch (const Refused& refused) {
        return std::unexpected(refused.problem);
    } catch (const YAML::Exception& error) {
        if (const auto open = find_open_quote(text); open && error.msg.contains("EOF in scalar"))
            return std::unexpected(
                Problem{*open, "this quote is never closed", "write the same quote at the end of the text"});
        return std::unexpected(Problem{position_of(error.mark), "not valid YAML: " + error.msg, {}});
    }
}

std::string render(const Problem& problem, std::string_view file, std::string_view text) {
    std::string out = fmt::format("{}:{}:{}: {}\n", file, problem.at.line, problem.at.column, problem.what);
    const std::string_view line = line_of(text, problem.at.line);
    if (!line.empty()) {
        const std::string number = fmt::format("{:4}", problem.at.line);
        out += fmt::format("{} | {}\n{:>{}} | {:>{}}\n", number, line, "", number.size(), "^",
                           problem.at.column);
    }
    if (!problem.hint.empty()) out += fmt::format("       {}\n", problem.hint);
    return out;
}

}  // namespace document
