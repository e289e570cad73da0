// Each rule is first shown to find what it is for, and to leave good files alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/rules_testing.h"

namespace {

using architecture::Findings;
using architecture::SourceFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Includes, of_a_forbidden_folder_are_found) {
    const SourceFile file{"bridge/core/outbox.cpp",
                          "#include \"bridge/core/outbox.h\"\n#include \"foundation/http/uri.h\"\n"};
    EXPECT_THAT(architecture::check_includes(file),
                ElementsAre("bridge/core/outbox.cpp:2: bridge/core must not include foundation/http"));
}

TEST(Includes, between_mock_and_bridge_are_found) {
    const SourceFile file{"bridge/api/x.cpp", "#include \"mock-genesys/core/tokens.h\"\n"};
    EXPECT_THAT(architecture::check_includes(file), testing::SizeIs(1));
}

TEST(Includes, of_allowed_folders_pass) {
    const SourceFile file{"bridge/api/x.cpp", "#include <string>\n#include \"foundation/http/uri.h\"\n"};
    EXPECT_THAT(architecture::check_includes(file), IsEmpty());
}

TEST(Includes, from_a_folder_outside_the_map_are_found) {
    EXPECT_THAT(architecture::check_includes({"misc/x.cpp", ""}),
                ElementsAre(HasSubstr("not in the module map")));
}

TEST(ThirdParty, headers_outside_their_module_are_found) {
    EXPECT_THAT(architecture::check_third_party({"mock-genesys/api/x.cpp", "#include <nlohmann/json.hpp>\n"}),
                ElementsAre(HasSubstr("belongs behind the module")));
    EXPECT_THAT(architecture::check_third_party({"foundation/net/x.h", "#include <curl/curl.h>\n"}),
                ElementsAre(HasSubstr("must not be in a header")));
    EXPECT_THAT(architecture::check_third_party({"foundation/net/x.cpp", "#include <curl/curl.h>\n"}),
                IsEmpty());
}

TEST(Sizes, of_long_files_and_functions_are_found) {
    std::string body = "int f(int x) {\n";
    for (int i = 0; i < 71; ++i) body += "    ++x;\n";
    body += "}\n";
    EXPECT_THAT(architecture::check_sizes({"bridge/core/x.cpp", body}),
                ElementsAre(HasSubstr("a function of 73 lines")));
    EXPECT_THAT(architecture::check_sizes({"bridge/core/x.cpp", std::string(501, '\n')}),
                ElementsAre(HasSubstr("longer than 500 lines")));
    EXPECT_THAT(architecture::check_sizes({"bridge/core/x.cpp", std::string(500, '\n')}), IsEmpty());
}

TEST(BannedWords, are_found_with_what_to_use_instead) {
    EXPECT_THAT(architecture::check_banned_words({"bridge/core/x.cpp", "std::unordered_map<int, int> m;\n"}),
                ElementsAre(HasSubstr("x.cpp:1: unordered_map: use base::Lookup or std::map")));
    EXPECT_THAT(
        architecture::check_banned_words({"tests/bridge/x_test.cpp", "std::this_thread::sleep_for(1s);\n"}),
        ElementsAre(HasSubstr("sleep_for")));
    EXPECT_THAT(architecture::check_banned_words({"bridge/core/x.h", "class QueueManager {\n"}),
                ElementsAre(HasSubstr("QueueManager says nothing")));
    EXPECT_THAT(architecture::check_banned_words({"foundation/net/x.cpp", "std::mutex m;\n"}), IsEmpty());
}

TEST(MirroredTest, is_missed_when_it_is_not_there) {
    EXPECT_THAT(architecture::check_mirrored_test({"bridge/core/x.cpp", ""}, {"bridge/core/x.cpp"}),
                ElementsAre(HasSubstr("has no tests/bridge/core/x_test.cpp")));
    EXPECT_THAT(
        architecture::check_mirrored_test({"bridge/core/x.cpp", ""}, {"tests/bridge/core/x_test.cpp"}),
        IsEmpty());
    EXPECT_THAT(architecture::check_mirrored_test({"bridge/main.cpp", ""}, {}), IsEmpty());
}

TEST(HeaderHabits, are_the_guard_and_the_own_header_first) {
    EXPECT_THAT(architecture::check_header_habits({"a/x.h", "int f();\n"}, {}),
                ElementsAre(HasSubstr("#pragma once")));
    EXPECT_THAT(
        architecture::check_header_habits({"a/x.cpp", "#include <map>\n#include \"a/x.h\"\n"}, {"a/x.h"}),
        ElementsAre(HasSubstr("own header first")));
    EXPECT_THAT(architecture::check_header_habits({"a/x.cpp", "#include \"a/x.h\"\n"}, {"a/x.h"}), IsEmpty());
}

}  // namespace
