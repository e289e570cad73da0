#include "harness/command/loaded_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace command {
namespace {

namespace fs = std::filesystem;

// The fixture of the nearest folder above the scenario that has one.
std::string find_fixture(const std::string& scenario_path, const std::string& fixture) {
    std::error_code ignored;
    fs::path folder = fs::absolute(scenario_path, ignored).parent_path();
    while (true) {
        const fs::path candidate = folder / fixture;
        if (fs::exists(candidate, ignored)) return candidate.string();
        if (folder == folder.root_path() || folder.empty()) return fixture;
        folder = folder.parent_path();
    }
}

std::expected<SourceFile, std::string> read_beside(const std::string& scenario_path, const std::string& named,
                                                   const std::string& fixture) {
    std::string path = find_fixture(scenario_path, fixture);
    if (!named.empty()) path = (fs::path(scenario_path).parent_path() / named).lexically_normal().string();
    auto text = read_file(path);
    if (!text) return std::unexpected(fmt::format("{}: {}\n", scenario_path, text.error()));
    return SourceFile{path, *std::move(text), 0};
}

std::string render(const document::Problems& problems, const SourceFile& file) {
    std::string out;
    for (const document::Problem& problem : problems) out += document::render(problem, file.path, file.text);
    return out;
}

std::expected<void, std::string> cut_behind(scenario::Scenario& scenario, const SourceFile& file) {
    if (file.line == 0) return {};
    const auto beyond = std::ranges::find_if(
        scenario.steps, [&](const scenario::Step& step) { return step.at.position.line > file.line; });
    scenario.steps.erase(beyond, scenario.steps.end());
    if (scenario.steps.empty())
        return std::unexpected(
            fmt::format("{}: there is no step at or above line {}\n", file.path, file.line));
    return {};
}

}  // namespace

std::string shown_name(const LoadedScenario& loaded) {
    return loaded.case_name.empty() ? loaded.file.path
                                    : fmt::format("{} [{}]", loaded.file.path, loaded.case_name);
}

std::expected<std::vector<LoadedScenario>, std::string> load(const SourceFile& file) {
    const auto folder = fs::path(file.path).parent_path();
    auto cases = scenario::parse_cases(file.text, [&](const std::string& part) {
        return read_file((folder / part).lexically_normal().string());
    });
    if (!cases) return std::unexpected(render(cases.error(), file));
    std::vector<LoadedScenario> loaded;
    for (auto& [name, scenario] : *cases) {
        if (auto cut = cut_behind(scenario, file); !cut) return std::unexpected(cut.error());
        auto organisation =
            read_beside(file.path, scenario.organisation, "fixtures/organisations/first-handover.yaml");
        if (!organisation) return std::unexpected(organisation.error());
        auto bridge = read_beside(file.path, scenario.bridge, "fixtures/bridges/first-handover.yaml");
        if (!bridge) return std::unexpected(bridge.error());
        loaded.push_back(
            {file, std::move(name), std::move(scenario), *std::move(organisation), *std::move(bridge)});
    }
    return loaded;
}

}  // namespace command
