#include "harness/scenario/matrix.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "harness/scenario/step_key.h"

namespace scenario {
namespace {

using document::Entry;
using document::Node;
using document::Problems;

constexpr std::string_view matrix_example =
    "matrix: { status: [500, 503] }, and ${status} in the steps; or one group of values for each row";

bool is_value(const Node& node, Problems& problems) {
    if (node.kind == Node::Kind::Scalar) return true;
    problems.push_back(
        {node.at, "a value of 'matrix' must be a text or a number", std::string(matrix_example)});
    return false;
}

bool is_column(const Entry& entry, Problems& problems) {
    if (is_word(entry.key)) return true;
    problems.push_back({entry.key_at, fmt::format("'{}' cannot be the name of a column", entry.key),
                        "one word of letters, digits, '-' and '_'"});
    return false;
}

// Every row so far, once for each value of the column.
std::vector<Row> combine(const std::vector<Row>& rows, const Entry& column, Problems& problems) {
    std::vector<Row> combined;
    for (const Row& row : rows) {
        for (const Node& value : column.value.items) {
            if (!is_value(value, problems)) return {};
            combined.push_back(row);
            combined.back().values.insert_or_assign(column.key, value);
        }
    }
    return combined;
}

std::vector<Row> read_product(const Node& node, Problems& problems) {
    std::vector<Row> rows(1);
    for (const Entry& column : node.entries) {
        if (!is_column(column, problems)) return {};
        if (column.value.kind != Node::Kind::Sequence || column.value.items.empty()) {
            problems.push_back({column.value.at, fmt::format("'{}' must be a list of values", column.key),
                                std::string(matrix_example)});
            return {};
        }
        if (rows.size() * column.value.items.size() > rows_max) {
            problems.push_back({column.key_at, fmt::format("'matrix' makes more than {} cases", rows_max),
                                "leave values out, or write the rows that matter as a list"});
            return {};
        }
        rows = combine(rows, column, problems);
    }
    return rows;
}

std::vector<std::string_view> columns_of(const Node& row) {
    std::vector<std::string_view> names;
    for (const Entry& entry : row.entries) names.push_back(entry.key);
    return names;
}

std::vector<Row> read_rows(const Node& node, Problems& problems) {
    std::vector<Row> rows;
    const auto names = columns_of(node.items.front());
    for (const Node& item : node.items) {
        Row row;
        if (item.kind != Node::Kind::Map || columns_of(item) != names || names.empty()) {
            problems.push_back({item.at, "a row of 'matrix' must have the columns of the first row",
                                fmt::format("its columns are: {}", fmt::join(names, ", "))});
            return {};
        }
        for (const Entry& entry : item.entries)
            if (is_column(entry, problems) && is_value(entry.value, problems))
                row.values.insert_or_assign(entry.key, entry.value);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string name_of_row(const Row& row, const std::vector<std::string_view>& columns) {
    std::vector<std::string> parts;
    for (const std::string_view column : columns) {
        const auto value = row.values.find(std::string(column));
        if (value != row.values.end()) parts.push_back(fmt::format("{}={}", column, value->second.scalar));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string filled(std::string_view text, const Row& row) {
    std::string out(text);
    for (const auto& [name, value] : row.values) {
        const std::string reference = "${" + name + "}";
        for (std::size_t at = out.find(reference); at != std::string::npos;
             at = out.find(reference, at + value.scalar.size()))
            out.replace(at, reference.size(), value.scalar);
    }
    return out;
}

bool uses(const Node& node, std::string_view reference) {
    if (node.scalar.contains(reference)) return true;
    const auto in_item = [&](const Node& item) { return uses(item, reference); };
    const auto in_entry = [&](const Entry& entry) {
        return entry.key.contains(reference) || uses(entry.value, reference);
    };
    return std::ranges::any_of(node.items, in_item) || std::ranges::any_of(node.entries, in_entry);
}

}  // namespace

std::vector<Row> read_matrix(const Node& node, Problems& problems) {
    std::vector<Row> rows;
    const bool is_list = node.kind == Node::Kind::Sequence && !node.items.empty();
    const bool is_product = node.kind == Node::Kind::Map && !node.entries.empty();
    if (!is_list && !is_product)
        problems.push_back({node.at, "'matrix' must name its columns", std::string(matrix_example)});
    else if (is_list && node.items.size() > rows_max)
        problems.push_back({node.at, fmt::format("'matrix' makes more than {} cases", rows_max), {}});
    else
        rows = is_list ? read_rows(node, problems) : read_product(node, problems);
    for (Row& row : rows) row.name = name_of_row(row, columns_of(is_list ? node.items.front() : node));
    return rows;
}

Node fill(const Node& node, const Row& row) {
    Node out = node;
    for (const auto& [name, value] : row.values)
        if (node.scalar == "${" + name + "}") out.quoted = value.quoted;
    out.scalar = filled(node.scalar, row);
    for (Node& item : out.items) item = fill(item, row);
    for (Entry& entry : out.entries) {
        entry.key = filled(entry.key, row);
        entry.value = fill(entry.value, row);
    }
    return out;
}

Problems unused_columns(const Node& matrix, const Node& node, const Row& row) {
    Problems problems;
    for (const auto& [name, value] : row.values)
        if (!uses(node, "${" + name + "}"))
            problems.push_back({matrix.at, fmt::format("no step uses the column '{}' of 'matrix'", name),
                                fmt::format("write ${{{}}} in a step, or leave the column out", name)});
    return problems;
}

}  // namespace scenario
