#include "harness/command/run_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "harness/command/loaded_scenario.h"
#include "harness/command/work_directory.h"
#include "harness/runner/report_junit.h"
#include "harness/runner/runner.h"

namespace command {
namespace {

using scenario::WorldKind;

constexpr std::uint64_t seed_default = 1;
// A live world cannot look ahead: `until: idle` waits longer than the gap between two tries of a webhook,
// which is the 10 s timeout and the 5 s pause (Genesys developer centre, "Validate webhooks").
constexpr base::Duration live_idle_horizon = std::chrono::seconds{20};

ExitCode code_of(const runner::ScenarioResult& result) {
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

class RunCommand {
  public:
    RunCommand(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err)
        : settings_(settings), worlds_(worlds), out_(out), err_(err) {}

    ExitCode run() {
        const auto files = collect_files(settings_.paths);
        if (!files) {
            err_ << files.error() << '\n';
            return ExitCode::Usage;
        }
        out_ << seed_text() << std::flush;
        for (const SourceFile& file : *files) run_file(file);
        write_reports();
        out_ << fmt::format("{} passed, {} failed, {} skipped, {} not run\n", passed_, failed_, skipped_,
                            broken_)
             << seed_text() << std::flush;
        return code_;
    }

  private:
    std::string seed_text() const {
        if (settings_.seed) return fmt::format("seed {}\n", *settings_.seed);
        return fmt::format("seed {}, or the file's own\n", seed_default);
    }

    void run_file(const SourceFile& file) {
        const auto loaded = load(file);
        if (!loaded) return refuse(ExitCode::Invalid, loaded.error());
        for (const WorldKind kind : settings_.worlds) {
            const auto& named = loaded->scenario.worlds;
            if (std::ranges::find(named, kind) != named.end()) {
                run_in(kind, *loaded);
                continue;
            }
            ++skipped_;
            out_ << fmt::format("SKIP {}  [{}: {}]\n", file.path, scenario::name_of(kind),
                                loaded->scenario.because);
        }
    }

    void run_in(WorldKind kind, const LoadedScenario& loaded) {
        err_ << fmt::format("running {} [{}]\n", loaded.file.path, scenario::name_of(kind)) << std::flush;
        WorkDirectory directory(settings_.keeps_work_directory ? WorkDirectory::Keep::Yes
                                                               : WorkDirectory::Keep::No);
        if (!directory.error().empty()) return refuse(ExitCode::Infrastructure, directory.error() + "\n");
        if (settings_.keeps_work_directory) err_ << fmt::format("files are kept in {}\n", directory.path());
        const auto world = make_world(kind, loaded, directory.path());
        if (!world) {
            const auto& failure = world.error();
            return refuse(failure.is_input ? ExitCode::Invalid : ExitCode::Infrastructure,
                          failure.message + "\n");
        }
        play(kind, loaded, **world);
    }

    std::uint64_t seed_of(const LoadedScenario& loaded) const {
        return settings_.seed.value_or(loaded.scenario.seed.value_or(seed_default));
    }

    std::expected<std::unique_ptr<runner::World>, runner::WorldFailure> make_world(
        WorldKind kind, const LoadedScenario& loaded, const std::string& directory) const {
        const MakeWorld& make = kind == WorldKind::Live ? worlds_.live : worlds_.simulated;
        return make({.organisation_file = loaded.organisation.path,
                     .organisation_text = loaded.organisation.text,
                     .bridge_file = loaded.bridge.path,
                     .bridge_text = loaded.bridge.text,
                     .seed = seed_of(loaded),
                     .time_scale = settings_.time_scale,
                     .binary_directory = settings_.binary_directory,
                     .work_directory = directory});
    }

    void play(WorldKind kind, const LoadedScenario& loaded, runner::World& world) {
        const auto surroundings = runner::read_surroundings(loaded.organisation.text, loaded.bridge.text);
        runner::RunOptions options{.seed = seed_of(loaded)};
        if (kind == WorldKind::Live) options.idle_horizon = live_idle_horizon;
        auto result = runner::run_scenario(loaded.scenario, world, surroundings, options);
        const runner::Redactor redact(surroundings.secrets);
        keep_trace(loaded, world, redact);
        const runner::ReportedFile file{loaded.file.path, loaded.file.text};
        out_ << runner::report_line(result, file, settings_.colour)
             << runner::report_failures(result, file, redact) << std::flush;
        ++(result.passed() ? passed_ : failed_);
        code_ = worse(code_, code_of(result));
        runs_.push_back({file, std::move(result), redact});
    }

    void keep_trace(const LoadedScenario& loaded, const runner::World& world,
                    const runner::Redactor& redact) {
        std::string lines =
            fmt::format("# {} [{}, seed {}]\n", loaded.file.path, world.name(), seed_of(loaded));
        for (const std::string& line : world.trace()) lines += redact(line) + '\n';
        if (settings_.prints_trace) err_ << lines;
        if (!settings_.trace_file.empty()) trace_ += lines;
    }

    void write_reports() {
        if (!settings_.junit_file.empty()) write(settings_.junit_file, runner::report_junit(runs_));
        if (!settings_.trace_file.empty()) write(settings_.trace_file, trace_);
    }

    void write(const std::string& path, const std::string& text) {
        const auto written = write_file(path, text);
        if (written) return;
        err_ << written.error() << '\n';
        code_ = worse(code_, ExitCode::Infrastructure);
    }

    void refuse(ExitCode code, const std::string& why) {
        ++broken_;
        code_ = worse(code_, code);
        err_ << why << std::flush;
    }

    const RunSettings& settings_;
    const Worlds& worlds_;
    std::ostream& out_;
    std::ostream& err_;
    ExitCode code_ = ExitCode::Passed;
    std::size_t passed_ = 0;
    std::size_t failed_ = 0;
    std::size_t skipped_ = 0;
    std::size_t broken_ = 0;
    std::vector<runner::ReportedRun> runs_;
    std::string trace_;
};

}  // namespace

ExitCode run(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err) {
    return RunCommand(settings, worlds, out, err).run();
}

}  // namespace command
