// The rules held against this tree.
#include <gtest/gtest.h>

#include "tests/architecture/rules_testing.h"

namespace {

using architecture::Findings;
using architecture::SourceFile;

class Tree : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        files = architecture::read_tree(HANDOVER_SOURCE_DIR);
        for (const SourceFile& file : files) paths.push_back(file.path);
    }

    template <class Rule>
    static void expect_no_findings(Rule rule) {
        std::string report;
        for (const SourceFile& file : files)
            for (const std::string& finding : rule(file)) report += finding + "\n";
        EXPECT_EQ(report, "");
    }

    static inline std::vector<SourceFile> files;
    static inline std::vector<std::string> paths;
};

TEST_F(Tree, is_really_read) { EXPECT_GT(files.size(), 50U); }

TEST_F(Tree, includes_only_what_the_module_map_allows) { expect_no_findings(architecture::check_includes); }

TEST_F(Tree, keeps_third_party_headers_behind_their_module) {
    expect_no_findings(architecture::check_third_party);
}

TEST_F(Tree, keeps_files_and_functions_short) { expect_no_findings(architecture::check_sizes); }

TEST_F(Tree, uses_no_banned_words) { expect_no_findings(architecture::check_banned_words); }

TEST_F(Tree, has_a_test_beside_every_source) {
    expect_no_findings([](const SourceFile& file) { return architecture::check_mirrored_test(file, paths); });
}

TEST_F(Tree, keeps_the_header_habits) {
    expect_no_findings([](const SourceFile& file) { return architecture::check_header_habits(file, paths); });
}

}  // namespace
