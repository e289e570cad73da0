// The rules of the house as functions over file texts: each takes what it judges and returns the findings, so
// that every rule can be tested on made-up files before it judges the tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace architecture {

struct SourceFile {
    std::string path;  // from the root of the tree: "bridge/core/outbox.cpp"
    std::string text;
};

// "path:line: what"; empty when the rule is kept.
using Findings = std::vector<std::string>;

// Folders may include only the folders that the module map allows.
Findings check_includes(const SourceFile& file);
// Third-party headers stay in the module that wraps them.
Findings check_third_party(const SourceFile& file);
// At most 500 lines a file and 70 lines a function.
Findings check_sizes(const SourceFile& file);
// Words and calls that have a better replacement here.
Findings check_banned_words(const SourceFile& file);
// X/y.cpp is tested by tests/X/y_test.cpp; main.cpp excepted. `all_paths` holds every file of the tree.
Findings check_mirrored_test(const SourceFile& file, const std::vector<std::string>& all_paths);
// The .cpp includes its own header first, headers have #pragma once.
Findings check_header_habits(const SourceFile& file, const std::vector<std::string>& all_paths);

// Every tracked kind of file of the tree, sorted by path; build output and dependencies are left out.
std::vector<SourceFile> read_tree(const std::string& root);

}  // namespace architecture
