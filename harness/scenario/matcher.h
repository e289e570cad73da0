// Matchers are values: what a person wants a field to be, without any means to look at one (harness/runner
// judges).
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "foundation/document/node.h"

namespace scenario {

// Where something stands in the file. Two positions always compare equal: where a step was written is no part
// of what it means, so that a printed and re-read scenario equals the first.
struct Where {
    document::Position position;
    friend bool operator==(const Where& /*left*/, const Where& /*right*/) { return true; }
};

struct Literal {
    std::string text;  // may hold ${captures}
    friend bool operator==(const Literal&, const Literal&) = default;
};
struct Contains {
    std::string part;  // may hold ${captures}
    friend bool operator==(const Contains&, const Contains&) = default;
};
// ECMAScript syntax, found anywhere in the value; checked when the file is read.
struct Regex {
    std::string expression;
    friend bool operator==(const Regex&, const Regex&) = default;
};
struct Absent {
    friend bool operator==(const Absent&, const Absent&) = default;
};
enum class Shape { Text, Uuid, Hex32, Number };
struct Any {
    Shape shape = Shape::Text;
    friend bool operator==(const Any&, const Any&) = default;
};
struct AtLeast {
    std::int64_t bound = 0;
    friend bool operator==(const AtLeast&, const AtLeast&) = default;
};
struct AtMost {
    std::int64_t bound = 0;
    friend bool operator==(const AtMost&, const AtMost&) = default;
};
// Matches whatever is there and keeps it as ${name} for the steps below.
struct Capture {
    std::string name;
    friend bool operator==(const Capture&, const Capture&) = default;
};

struct Matcher {
    Where at;
    bool negated = false;
    std::variant<Literal, Contains, Regex, Absent, Any, AtLeast, AtMost, Capture> rule;
    friend bool operator==(const Matcher&, const Matcher&) = default;
};

}  // namespace scenario
