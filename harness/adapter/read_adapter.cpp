#include "harness/adapter/read_adapter.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/adapter/step_names.h"
#include "harness/adapter/template_text.h"

namespace adapter {
namespace {

using document::Fields;
using document::Node;
using document::Problems;
using Names = std::vector<std::string_view>;

const Names& start_names() {
    static const Names names{"connector.port", "genesys.origin",     "integration.id", "integration.name",
                             "oauth.clientId", "oauth.clientSecret", "webhook.secret", "work.directory"};
    return names;
}

const Names& line_names() {
    static const Names names{"customer", "text", "message.id"};
    return names;
}

void check_names(const Node& node, const Names& known, Problems& problems) {
    if (const auto unknown = unknown_name(node.scalar, known))
        problems.push_back({node.at, fmt::format("there is no ${{{}}} here", *unknown),
                            document::suggestion(*unknown, known)});
}

// A required text with ${names} in it.
std::string templated(Fields& fields, std::string_view key, const Names& known, Problems& problems) {
    if (const Node* const node = fields.optional_node(key)) {
        check_names(*node, known, problems);
        return document::as_text(*node, fmt::format("'{}'", key), problems);
    }
    problems.push_back({fields.at(), fmt::format("'{}' is missing", key), {}});
    return {};
}

std::string path(Fields& fields, std::string_view key, const Names& known, Problems& problems) {
    std::string text = templated(fields, key, known, problems);
    if (!text.empty() && !text.starts_with('/'))
        problems.push_back({fields.at(), fmt::format("'{}' must be a path", key), "for example /webhook"});
    return text;
}

// RFC 6901: empty, or every part begins with '/', and '~' stands only before 0 or 1.
std::string pointer(Fields& fields, std::string_view key, Problems& problems) {
    std::string text = fields.text_or(key, "");
    bool is_good = text.empty() || text.starts_with('/');
    for (auto at = text.find('~'); at != std::string::npos; at = text.find('~', at + 1))
        is_good = is_good && at + 1 < text.size() && (text[at + 1] == '0' || text[at + 1] == '1');
    if (!is_good)
        problems.push_back(
            {fields.at(), fmt::format("'{}' is no JSON pointer", key), "for example /lines or /text"});
    return is_good ? text : std::string{};
}

std::vector<std::pair<std::string, std::string>> read_pairs(const Node* node, const Names& known,
                                                            Problems& problems) {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (node == nullptr) return pairs;
    if (node->kind != Node::Kind::Map)
        problems.push_back({node->at, "names and values are expected here", {}});
    for (const document::Entry& entry : node->entries) {
        check_names(entry.value, known, problems);
        pairs.emplace_back(entry.key,
                           document::as_text(entry.value, fmt::format("'{}'", entry.key), problems));
    }
    return pairs;
}

void read_start(const Node& node, Adapter& adapter, Problems& problems) {
    Fields fields(node, problems);
    for (const Node& word : fields.items("command")) {
        check_names(word, start_names(), problems);
        adapter.command.push_back(document::as_text(word, "a word of the command", problems));
    }
    if (adapter.command.empty())
        problems.push_back({fields.at(), "'command' is missing", "a list of words: [node, connector.mjs]"});
    adapter.environment = read_pairs(fields.optional_node("environment"), start_names(), problems);
    adapter.ready = path(fields, "ready", {}, problems);
    fields.finish();
}

LineRequest read_says(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    LineRequest says;
    says.method = fields.text_or("method", says.method);
    says.path = path(fields, "path", line_names(), problems);
    says.headers = read_pairs(fields.optional_node("headers"), line_names(), problems);
    if (says.headers.empty()) says.headers.emplace_back("Content-Type", "application/json");
    says.body = templated(fields, "body", line_names(), problems);
    fields.finish();
    return says;
}

Page read_page(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Page page;
    page.path = path(fields, "path", {"customer"}, problems);
    page.items = pointer(fields, "items", problems);
    page.text = pointer(fields, "text", problems);
    page.message = pointer(fields, "message", problems);
    page.source = pointer(fields, "source", problems);
    page.every = fields.duration_or("every", page.every);
    fields.finish();
    return page;
}

void read_customer(const Node& node, Adapter& adapter, Problems& problems) {
    Fields fields(node, problems);
    adapter.says = read_says(fields.node("says"), problems);
    if (const Node* const sees = fields.optional_node("sees")) adapter.sees = read_page(*sees, problems);
    fields.finish();
}

Inability read_inability(const Node& node, Problems& problems) {
    Fields fields(node, problems);
    Inability inability{fields.text_or("step", ""), fields.text_or("tag", ""), fields.text("because")};
    if (inability.step.empty() == inability.tag.empty())
        problems.push_back({fields.at(), "either a step or a tag is expected",
                            "{ step: bot.resumes, because: it has no bot }"});
    const std::vector<std::string> step_names = all_step_names();
    const Names names(step_names.begin(), step_names.end());
    if (!inability.step.empty() && std::ranges::find(names, inability.step) == names.end())
        problems.push_back({fields.at(), fmt::format("there is no step '{}'", inability.step),
                            document::suggestion(inability.step, names)});
    fields.finish();
    return inability;
}

}  // namespace

std::expected<Adapter, Problems> read_adapter(std::string_view text) {
    const auto root = document::parse(text);
    if (!root) return std::unexpected(Problems{root.error()});
    Problems problems;
    Fields fields(*root, problems);
    Adapter adapter;
    if (fields.text("version") != "1")
        problems.push_back({fields.at(), "this program reads version 1 of adapter files", "version: 1"});
    adapter.name = fields.text("name");
    read_start(fields.node("start"), adapter, problems);
    adapter.webhook = path(fields, "webhook", {}, problems);
    read_customer(fields.node("customer"), adapter, problems);
    adapter.survives_crash = fields.bool_or("survivesCrash", false);
    for (const Node& node : fields.items("cannot")) adapter.cannot.push_back(read_inability(node, problems));
    fields.finish();
    if (problems.empty()) return adapter;
    std::ranges::sort(problems, {}, &document::Problem::at);
    return std::unexpected(std::move(problems));
}

}  // namespace adapter
