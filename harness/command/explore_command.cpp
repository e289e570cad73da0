#include "harness/command/explore_command.h"

#include <fmt/format.h>
#include <algorithm>

#include <filesystem>
#include <ostream>
#include <set>

#include "foundation/base/random.h"
#include "harness/command/loaded_scenario.h"
#include "harness/explore/counter_example.h"
#include "harness/explore/coverage.h"
#include "harness/explore/generate.h"
#include "harness/runner/report_text.h"
#include "harness/runner/runner.h"

namespace command {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t seed_default = 1;
constexpr base::Duration progress_every = std::chrono::seconds{5};

double in_seconds(base::Duration duration) { return std::chrono::duration<double>(duration).count(); }

// Stories have no file: the default files are looked for from the working directory on.
std::expected<LoadedScenario, std::string> load_setting(const ExploreSettings& settings) {
    const auto named = [](std::string_view key, const std::string& path) {
        return path.empty() ? std::string{} : fmt::format("{}: \"{}\"\n", key, path);
    };
    auto cases =
        load({"exploration.yaml",
              fmt::format("version: 1\ntitle: t\nwhy: w\n{}{}steps:\n  - after: 1s\n",
                          named("organisation", settings.organisation), named("bridge", settings.bridge))});
    if (!cases) return std::unexpected(std::move(cases.error()));
    return std::move(cases->front());
}

runner::WorldSettings world_settings(const LoadedScenario& loaded, std::uint64_t seed) {
    return {.organisation_file = loaded.organisation.path,
            .organisation_text = loaded.organisation.text,
            .bridge_file = loaded.bridge.path,
            .bridge_text = loaded.bridge.text,
            .seed = seed,
            .time_scale = 1,
            .binary_directory = {},
            .work_directory = {}};
}

class Exploration {
  public:
    Exploration(const ExploreSettings& settings, const MakeWorld& make_world, LoadedScenario loaded,
                std::ostream& out, std::ostream& err)
        : settings_(settings), loaded_(std::move(loaded)), out_(out), err_(err) {
        setting_.surroundings = runner::read_surroundings(loaded_.organisation.text, loaded_.bridge.text);
        setting_.make_world = [this, &make_world](std::uint64_t seed) {
            auto world = make_world(world_settings(loaded_, seed));
            return world ? *std::move(world) : nullptr;
        };
    }

    ExitCode explore() {
        out_ << fmt::format("seed {}, {} runs, shard {}/{}\n", settings_.seed, settings_.runs,
                            settings_.shard, settings_.shards)
             << std::flush;
        for (std::size_t run = settings_.shard - 1; run < settings_.runs && may_go_on();
             run += settings_.shards)
            play_one(run);
        summarise();
        return findings_ == 0 ? ExitCode::Passed : ExitCode::Failed;
    }

  private:
    bool may_go_on() const {
        if (findings_ >= settings_.findings_max) return false;
        return !settings_.time_limit || settings_.elapsed() < *settings_.time_limit;
    }

    void play_one(std::size_t run) {
        const std::uint64_t seed = base::derive_seed(settings_.seed, fmt::format("run {}", run));
        const explore::Parameters parameters = explore::draw_parameters(seed);
        const auto steps = explore::generate(parameters, seed);
        explore::Played played = explore::play(steps, seed, setting_);
        if (settings_.checks_determinism && !played.finding) check_determinism(steps, seed, played);
        ++played_;
        steps_ += steps.size();
        virtual_time_ += played.took;
        coverage_.add(steps, played);
        if (played.finding) report(run, seed, parameters, steps, played);
        if (settings_.elapsed() - told_at_ < progress_every) return;
        told_at_ = settings_.elapsed();
        err_ << fmt::format("{} runs, {:.0f}/s, {} situations, {} findings\n", played_,
                            static_cast<double>(played_) / in_seconds(told_at_), coverage_.seen(), findings_)
             << std::flush;
    }

    void check_determinism(const std::vector<scenario::Step>& steps, std::uint64_t seed,
                           explore::Played& played) {
        const explore::Played again = explore::play(steps, seed, setting_);
        if (again.trace_hash != played.trace_hash)
            played.finding = explore::Finding{
                "determinism", "the same story was played twice and went differently", {}, steps.size() - 1};
    }

    void report(std::size_t run, std::uint64_t seed, const explore::Parameters& parameters,
                const std::vector<scenario::Step>& steps, const explore::Played& played) {
        if (!broken_.insert(played.finding->promise).second) return;  // one example of each is enough
        ++findings_;
        out_ << fmt::format("FOUND {} in run {}: {}\n  drawn: {}\n", played.finding->promise, run,
                            played.finding->what, explore::describe(parameters))
             << std::flush;
        const base::Duration began = settings_.elapsed();
        const auto shrunk = explore::shrink(steps, played, [&](const std::vector<scenario::Step>& candidate) {
            return explore::play(candidate, seed, setting_);
        });
        const explore::Origin origin{
            seed, fmt::format("handover explore --seed {} --runs {}", settings_.seed, run + 1)};
        out_ << fmt::format("  shrunk from {} to {} steps in {} tries, {:.1f} s\n", shrunk.steps_before,
                            shrunk.steps.size(), shrunk.tries, in_seconds(settings_.elapsed() - began));
        write(explore::counter_example(shrunk, origin), explore::file_name(shrunk, origin));
    }

    void write(const std::string& text, const std::string& name) {
        if (settings_.directory.empty()) {
            out_ << text;
            return;
        }
        std::error_code ignored;
        fs::create_directories(settings_.directory, ignored);
        const std::string path = (fs::path(settings_.directory) / name).string();
        const auto written = write_file(path, text);
        out_ << (written ? fmt::format("  written to {}; play it: handover run {}\n", path, path)
                         : written.error() + '\n');
    }

    void summarise() {
        const double seconds = std::max(in_seconds(settings_.elapsed()), 1e-3);
        out_ << fmt::format("{} runs, {} steps, {:.0f} h of virtual time in {:.1f} s: {:.0f} runs/s\n",
                            played_, steps_, in_seconds(virtual_time_) / 3600, seconds,
                            static_cast<double>(played_) / seconds);
        out_ << fmt::format("{} situations:\n{}", coverage_.seen(), coverage_.table());
        const auto missing = coverage_.never_reached();
        out_ << (missing.empty() ? "every kind of step and every move of the handover was reached\n"
                                 : fmt::format("never reached ({}):\n", missing.size()));
        for (const std::string& situation : missing) out_ << fmt::format("  {}\n", situation);
        out_ << fmt::format("{} findings, seed {}\n", findings_, settings_.seed) << std::flush;
    }

    const ExploreSettings& settings_;
    LoadedScenario loaded_;
    explore::Setting setting_;
    std::ostream& out_;
    std::ostream& err_;
    explore::Coverage coverage_;
    std::set<std::string> broken_;
    std::size_t findings_ = 0;
    std::size_t played_ = 0;
    std::size_t steps_ = 0;
    base::Duration virtual_time_{};
    base::Duration told_at_{};
};

constexpr int cannot_judge = 125;  // git-bisect(1)

int replay_case(const LoadedScenario& loaded, const MakeWorld& make_world, std::ostream& out,
                std::ostream& err) {
    const std::uint64_t seed = loaded.scenario.seed.value_or(seed_default);
    const auto world = make_world(world_settings(loaded, seed));
    if (!world) {
        err << world.error().message << '\n';
        return cannot_judge;
    }
    const auto surroundings = runner::read_surroundings(loaded.organisation.text, loaded.bridge.text);
    const auto result = runner::run_scenario(loaded.scenario, **world, surroundings, {.seed = seed});
    const runner::ReportedFile file{shown_name(loaded), loaded.file.text};
    out << runner::report_line(result, file, runner::Colour::Off)
        << runner::report_failures(result, file, runner::Redactor(surroundings.secrets));
    for (const runner::Failure& failure : result.failures)
        if (failure.blame != runner::Blame::Promise) return cannot_judge;
    return result.passed() ? 0 : 1;
}

}  // namespace

ExitCode explore_stories(const ExploreSettings& settings, const MakeWorld& make_world, std::ostream& out,
                         std::ostream& err) {
    auto loaded = load_setting(settings);
    if (!loaded) {
        err << loaded.error();
        return ExitCode::Invalid;
    }
    if (auto world = make_world(world_settings(*loaded, settings.seed)); !world) {
        err << world.error().message << '\n';
        return world.error().is_input ? ExitCode::Invalid : ExitCode::Infrastructure;
    }
    return Exploration(settings, make_world, *std::move(loaded), out, err).explore();
}

int replay(const std::string& path, const MakeWorld& make_world, std::ostream& out, std::ostream& err) {
    auto text = read_file(path);
    const auto cases = text ? load({path, *text}) : std::unexpected(text.error() + "\n");
    if (!cases) {
        err << cases.error();
        return cannot_judge;
    }
    int verdict = 0;
    for (const LoadedScenario& loaded : *cases)
        verdict = std::max(verdict, replay_case(loaded, make_world, out, err));
    return verdict;
}

}  // namespace command
