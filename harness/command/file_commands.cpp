#include "harness/command/file_commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <set>

#include "harness/command/loaded_scenario.h"
#include "harness/scenario/lint.h"

namespace command {
namespace {

std::string worlds_text(const scenario::Scenario& scenario) {
    std::vector<std::string_view> names;
    for (const scenario::WorldKind kind : scenario.worlds) names.push_back(scenario::name_of(kind));
    return fmt::format("{}", fmt::join(names, "+"));
}

// Loads each file and hands the good ones to `use`.
template <class Use>
ExitCode for_each(const std::vector<std::string>& paths, std::ostream& err, const Use& use) {
    const auto files = collect_files(paths);
    if (!files) {
        err << files.error() << '\n';
        return ExitCode::Usage;
    }
    ExitCode code = ExitCode::Passed;
    for (const SourceFile& file : *files) {
        const auto loaded = load(file);
        if (loaded) {
            for (const LoadedScenario& one : *loaded) use(one);
            continue;
        }
        err << loaded.error();
        code = ExitCode::Invalid;
    }
    return code;
}

}  // namespace

ExitCode check(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err) {
    std::set<std::string> right;
    const ExitCode code =
        for_each(paths, err, [&](const LoadedScenario& loaded) { right.insert(loaded.file.path); });
    if (code != ExitCode::Usage)
        out << fmt::format("{} {} right\n", right.size(), right.size() == 1 ? "file is" : "files are");
    return code;
}

ExitCode lint(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err) {
    std::set<std::string> told;  // rows of a matrix mostly share their findings
    const ExitCode code = for_each(paths, err, [&](const LoadedScenario& loaded) {
        for (const document::Problem& problem : scenario::lint(loaded.scenario)) {
            std::string text = document::render(problem, loaded.file.path, loaded.file.text);
            if (told.insert(text).second) out << text;
        }
    });
    if (code == ExitCode::Usage) return code;
    out << fmt::format("{} {}\n", told.size(), told.size() == 1 ? "finding" : "findings");
    return told.empty() ? code : worse(code, ExitCode::Failed);
}

ExitCode list(const std::vector<std::string>& paths, std::ostream& out, std::ostream& err) {
    return for_each(paths, err, [&](const LoadedScenario& loaded) {
        out << fmt::format(
            "{}  [{}]  {}{}\n", shown_name(loaded), worlds_text(loaded.scenario), loaded.scenario.title,
            loaded.scenario.tags.empty() ? "" : fmt::format("  ({})", fmt::join(loaded.scenario.tags, ", ")));
    });
}

}  // namespace command
