// The setting of the first handover, for tests that play stories.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "harness/explore/play.h"
#include "harness/worlds/simulated_world.h"

namespace explore {

inline std::string fixture_text(const std::string& path) {
    std::ifstream file(std::string(HANDOVER_SOURCE_DIR) + "/fixtures/" + path, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline Setting first_handover() {
    static const std::string organisation = fixture_text("organisations/first-handover.yaml");
    static const std::string bridge = fixture_text("bridges/first-handover.yaml");
    Setting setting;
    setting.surroundings = runner::read_surroundings(organisation, bridge);
    setting.make_world = [](std::uint64_t seed) -> std::unique_ptr<runner::World> {
        auto world = worlds::make_simulated_world({.organisation_file = "o",
                                                   .organisation_text = organisation,
                                                   .bridge_file = "b",
                                                   .bridge_text = bridge,
                                                   .seed = seed});
        return world ? *std::move(world) : nullptr;
    };
    return setting;
}

// Steps as they are written in a file.
inline std::vector<scenario::Step> steps_of(const std::string& text) {
    const auto parsed = scenario::parse("version: 1\ntitle: t\nwhy: w\nsteps:\n" + text);
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().front().what);
    return parsed ? parsed->steps : std::vector<scenario::Step>{};
}

// As steps are written, one line each.
inline std::string text_of(const std::vector<scenario::Step>& steps) {
    std::string out;
    for (const scenario::Step& step : steps) out += scenario::print_step(step) + "\n";
    return out;
}

}  // namespace explore
