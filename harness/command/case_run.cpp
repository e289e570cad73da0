#include "harness/command/case_run.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/command/work_directory.h"
#include "harness/runner/runner.h"

namespace command {
namespace {

using scenario::WorldKind;

constexpr std::uint64_t seed_default = 1;
// A live world cannot look ahead: `until: idle` waits longer than the gap between two tries of a webhook,
// which is the 10 s timeout and the 5 s pause (Genesys developer centre, "Validate webhooks").
constexpr base::Duration live_idle_horizon = std::chrono::seconds{20};

ExitCode code_of(const runner::ScenarioResult& result) {
    if (result.verdict() == runner::Verdict::PassedAgainstExpectation) return ExitCode::Failed;
    if (result.is_good()) return ExitCode::Passed;
    ExitCode code = ExitCode::Passed;
    for (const runner::Failure& failure : result.failures) {
        switch (failure.blame) {
            case runner::Blame::Promise:
                code = worse(code, ExitCode::Failed);
                break;
            case runner::Blame::Scenario:
                code = worse(code, ExitCode::Invalid);
                break;
            case runner::Blame::World:
                code = worse(code, ExitCode::Infrastructure);
                break;
        }
    }
    return code;
}

// Why it is not played at all; empty if it is.
std::string reason_to_skip(const PlannedCase& planned, const RunSettings& settings) {
    const scenario::Scenario& scenario = planned.loaded->scenario;
    if (std::ranges::find(scenario.worlds, planned.kind) == scenario.worlds.end()) return scenario.because;
    if (!settings.plays_skipped && !scenario.skip.empty()) return scenario.skip;
    if (planned.kind == WorldKind::Live && settings.why_not_external)
        return settings.why_not_external(scenario).value_or("");
    return {};
}

std::string_view name_of_world(WorldKind kind, const RunSettings& settings) {
    return kind == WorldKind::Live && settings.why_not_external ? "external" : scenario::name_of(kind);
}

class CaseRun {
  public:
    CaseRun(const PlannedCase& planned, const RunSettings& settings, const Worlds& worlds)
        : loaded_(*planned.loaded), kind_(planned.kind), settings_(settings), worlds_(worlds) {}

    PlayedCase play(const TellProgress& tell) {
        tell(fmt::format("running {} [{}]\n", shown_name(loaded_), name_of_world(kind_, settings_)));
        const WorkDirectory directory(settings_.keeps_work_directory ? WorkDirectory::Keep::Yes
                                                                     : WorkDirectory::Keep::No);
        if (!directory.error().empty()) return refuse(ExitCode::Infrastructure, directory.error());
        if (settings_.keeps_work_directory) tell(fmt::format("files are kept in {}\n", directory.path()));
        const auto world = make_world(directory.path());
        if (!world)
            return refuse(world.error().is_input ? ExitCode::Invalid : ExitCode::Infrastructure,
                          world.error().message);
        return play_in(**world);
    }

  private:
    static PlayedCase refuse(ExitCode code, const std::string& why) {
        return {std::nullopt, code, why + '\n', {}};
    }

    std::uint64_t seed() const {
        return settings_.seed.value_or(loaded_.scenario.seed.value_or(seed_default));
    }

    std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> make_world(
        const std::string& directory) const {
        const MakeWorld& make = kind_ == WorldKind::Live ? worlds_.live : worlds_.simulated;
        return make({.organisation_file = loaded_.organisation.path,
                     .organisation_text = loaded_.organisation.text,
                     .bridge_file = loaded_.bridge.path,
                     .bridge_text = loaded_.bridge.text,
                     .seed = seed(),
                     .time_scale = settings_.time_scale,
                     .binary_directory = settings_.binary_directory,
                     .work_directory = directory,
                     .stop = settings_.stop});
    }

    PlayedCase play_in(runner::World& world) const {
        const auto surroundings = runner::read_surroundings(loaded_.organisation.text, loaded_.bridge.text);
        runner::RunOptions options{.seed = seed()};
        if (kind_ == WorldKind::Live) options.idle_horizon = live_idle_horizon;
        auto result = runner::run_scenario(loaded_.scenario, world, surroundings, options);
        if (settings_.stop.stop_requested()) return {std::nullopt, ExitCode::Interrupted, {}, {}};
        std::vector<std::string> secrets = surroundings.secrets;
        const auto& own = loaded_.scenario.secrets;
        secrets.insert(secrets.end(), own.begin(), own.end());
        const runner::Redactor redact(std::move(secrets));
        const ExitCode code = code_of(result);
        return {runner::ReportedRun{reported_file(loaded_), std::move(result), redact},
                code,
                {},
                trace_of(world, redact)};
    }

    std::string trace_of(const runner::World& world, const runner::Redactor& redact) const {
        std::string lines = fmt::format("# {} [{}, seed {}]\n", shown_name(loaded_), world.name(), seed());
        for (const std::string& line : world.trace()) lines += redact(line) + '\n';
        return lines;
    }

  public:
    static runner::ReportedFile reported_file(const LoadedScenario& loaded) {
        return {loaded.file.path, loaded.file.text, loaded.case_name};
    }

  private:
    const LoadedScenario& loaded_;
    WorldKind kind_;
    const RunSettings& settings_;
    const Worlds& worlds_;
};

PlayedCase skip(const PlannedCase& planned, const RunSettings& settings, std::string why) {
    runner::ScenarioResult result;
    result.title = planned.loaded->scenario.title;
    result.world = name_of_world(planned.kind, settings);
    result.skipped = std::move(why);
    return {runner::ReportedRun{CaseRun::reported_file(*planned.loaded), std::move(result), {}},
            ExitCode::Passed,
            {},
            {}};
}

}  // namespace

PlayedCase play_case(const PlannedCase& planned, const RunSettings& settings, const Worlds& worlds,
                     const TellProgress& tell) {
    if (settings.stop.stop_requested()) return {std::nullopt, ExitCode::Interrupted, {}, {}};
    std::string why = reason_to_skip(planned, settings);
    if (!why.empty()) return skip(planned, settings, std::move(why));
    return CaseRun(planned, settings, worlds).play(tell);
}

}  // namespace command
