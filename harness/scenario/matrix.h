// The rows of a scenario's `matrix`: each is a case of its own, with its values put in for ${name}.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/document/fields.h"

namespace scenario {

inline constexpr std::size_t rows_max = 200;

struct Row {
    std::string name;  // "status=503, verdict=retry": how reports and --case call it
    std::map<std::string, document::Node> values;
};

// `{ status: [500, 503], first: [1, 2] }` is every combination, the last key changing fastest;
// `[{ status: 500, first: 1 }, { status: 503, first: 2 }]` is the rows themselves. Problems are added.
std::vector<Row> read_matrix(const document::Node& node, document::Problems& problems);

// The node with ${name} replaced in every key and value. A value that is nothing but ${name} becomes the
// row's value as it was written, so that a number stays one.
document::Node fill(const document::Node& node, const Row& row);

// Columns that nothing below `node` uses: a row that changes nothing is a mistake.
document::Problems unused_columns(const document::Node& matrix, const document::Node& node, const Row& row);

}  // namespace scenario
