// What an examination found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/doctor/mistake.h"

namespace doctor {

struct Finding {
    Mistake mistake;
    std::string sent;
    std::string came_back;
};

enum class Verdict { Passed, Found, NotJudged };
std::string_view name_of(Verdict verdict);

// One line of the examination.
struct Check {
    std::string_view name;  // "duplicates"
    Verdict verdict;
    std::string detail;  // what was judged on, or why it was not judged
};

struct Diagnosis {
    bool is_reached = true;  // false: the receiver could not be connected to, and nothing was judged
    std::vector<Check> checks;
    std::vector<Finding> findings;
};

}  // namespace doctor
