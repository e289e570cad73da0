// Every input that is in the corpora goes through its target in every test run, found by a fuzzer or written
// by hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/targets.h"

namespace {

struct Target {
    const char* name;
    void (*run)(std::string_view);
};

class Corpus : public testing::TestWithParam<Target> {};

TEST_P(Corpus, is_digested) {
    const auto folder = std::filesystem::path(HANDOVER_SOURCE_DIR) / "tests/fuzz/corpus" / GetParam().name;
    std::size_t inputs = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        for (const std::size_t length : {bytes.size(), bytes.size() / 2, bytes.size() / 3})
            GetParam().run(std::string_view(bytes).substr(0, length));
        ++inputs;
    }
    EXPECT_GT(inputs, 0U) << folder;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus,
                         testing::Values(Target{"http_parser", fuzz::http_parser},
                                         Target{"json_text", fuzz::json_text},
                                         Target{"organisation_file", fuzz::organisation_file},
                                         Target{"bridge_configuration", fuzz::bridge_configuration},
                                         Target{"scenario_file", fuzz::scenario_file},
                                         Target{"requests", fuzz::requests}),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
