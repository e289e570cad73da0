#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/harness/scenario/reading_testing.h"

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string rendered(const std::filesystem::path& path) {
    const std::string text = read(path);
    const auto scenario =
        scenario::parse_cases(text, [](const std::string& part) -> std::expected<std::string, std::string> {
            return std::unexpected("cannot read 'wrong/" + part + "'");
        });
    if (scenario) return "it was accepted";
    std::string out;
    for (const document::Problem& problem : scenario.error())
        out += document::render(problem, "wrong/" + path.filename().string(), text);
    return out;
}

std::vector<std::filesystem::path> wrong_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(HANDOVER_SOURCE_DIR) /
                                                                 "tests/harness/scenario/wrong"))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(Parse, says_of_every_wrong_file_what_its_golden_text_says) {
    const auto files = wrong_files();
    ASSERT_GE(files.size(), 60U);
    for (std::filesystem::path file : files) {
        const std::string got = rendered(file);
        EXPECT_EQ(got, read(file.replace_extension(".err"))) << file;
    }
}

TEST(Parse, reads_the_keys_of_the_file) {
    const auto read = scenario::parse(
        "version: 1\ntitle: T\nwhy: W\nproves: [a.b, c]\ntags: [x]\nworlds: [live]\nbecause: "
        "B\nskip: S\nxfail: X\nsecrets: [long-enough]\norganisation: ../o.yaml\n"
        "bridge: b.yaml\nseed: 7\nsteps: [{ after: 1s }]\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->title, "T");
    EXPECT_EQ(read->proves, (std::vector<std::string>{"a.b", "c"}));
    EXPECT_EQ(read->worlds, (std::vector{scenario::WorldKind::Live}));
    EXPECT_EQ(read->because, "B");
    EXPECT_EQ(read->skip, "S");
    EXPECT_EQ(read->xfail, "X");
    EXPECT_EQ(read->secrets, std::vector<std::string>{"long-enough"});
    EXPECT_EQ(read->organisation, "../o.yaml");
    EXPECT_EQ(read->seed, 7U);
}

TEST(Parse, means_both_worlds_when_none_is_named_and_takes_one_name_for_a_list) {
    const auto read = scenario::parse("version: 1\ntitle: T\nwhy: W\nproves: one\nsteps: [{ after: 1s }]\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->worlds.size(), 2U);
    EXPECT_EQ(read->proves, (std::vector<std::string>{"one"}));
}

TEST(Parse, refuses_more_steps_than_a_person_can_read) {
    std::string steps;
    for (std::size_t i = 0; i <= scenario::steps_max; ++i) steps += "  - after: 1s\n";
    EXPECT_EQ(scenario::problems_of(scenario::file_with_steps(steps)), "1005:5 more than 1000 steps\n");
}

TEST(Parse, survives_any_prefix_of_a_good_file) {
    const std::string text =
        read(std::filesystem::path(HANDOVER_SOURCE_DIR) / "scenarios/security/bad-signature.yaml");
    ASSERT_TRUE(scenario::parse(text));
    for (std::size_t length = 0; length < text.size(); length += 7)
        static_cast<void>(scenario::parse(text.substr(0, length)));
}

}  // namespace
