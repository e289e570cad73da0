#include "harness/command/run_command.h"

#include <fmt/format.h>

#include <mutex>
#include <ostream>
#include <set>

#include "harness/command/case_run.h"
#include "harness/command/failure_memory.h"
#include "harness/command/ordered_jobs.h"
#include "harness/runner/report_json.h"
#include "harness/runner/report_lines.h"

namespace command {
namespace {

using runner::Verdict;

constexpr std::uint64_t seed_default = 1;

// How many cases ended how.
struct Count {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t known = 0;  // failed as expected
    std::size_t skipped = 0;
    std::size_t not_run = 0;

    void add(Verdict verdict) {
        switch (verdict) {
            case Verdict::Passed:
                ++passed;
                break;
            case Verdict::Failed:
            case Verdict::PassedAgainstExpectation:
                ++failed;
                break;
            case Verdict::FailedAsExpected:
                ++known;
                break;
            case Verdict::Skipped:
                ++skipped;
                break;
        }
    }
    std::string text() const {
        const std::string known_text = known == 0 ? "" : fmt::format("{} failed as expected, ", known);
        return fmt::format("{} passed, {} failed, {}{} skipped, {} not run\n", passed, failed, known_text,
                           skipped, not_run);
    }
};

class RunCommand {
  public:
    RunCommand(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err)
        : settings_(settings), worlds_(worlds), out_(out), err_(err), memory_(settings.memory_file) {}

    ExitCode run() {
        const auto files = collect_files(settings_.paths);
        if (!files) return stop_at(files.error());
        auto selection = Selection::make(settings_.selection);
        if (!selection) return stop_at(selection.error());
        if (settings_.only_last_failed) selection->only(memory_.recall());
        for (const SourceFile& file : *files) load_file(file, *selection);
        if (loaded_.empty() && count_.not_run == 0 && !settings_.allows_empty)
            return stop_at(nothing_selected(files->size()));
        out_ << seed_text() << std::flush;
        play_all();
        write_reports();
        memory_.update(played_names_, failed_names_);
        if (settings_.stop.stop_requested()) err_ << "interrupted\n";
        out_ << count_.text() << seed_text() << std::flush;
        return code_;
    }

  private:
    ExitCode stop_at(const std::string& why) {
        err_ << why << '\n';
        return ExitCode::Usage;
    }

    std::string nothing_selected(std::size_t files) const {
        if (settings_.only_last_failed && memory_.recall().empty())
            return "nothing failed when scenarios were last played here";
        return fmt::format(
            "none of the scenarios in {} {} was selected; handover list shows their tags and titles, "
            "--allow-empty takes this for a success",
            files, files == 1 ? "file" : "files");
    }

    std::string seed_text() const {
        if (settings_.seed) return fmt::format("seed {}\n", *settings_.seed);
        return fmt::format("seed {}, or the file's own\n", seed_default);
    }

    void load_file(const SourceFile& file, const Selection& selection) {
        auto loaded = load(file);
        if (!loaded) return refuse(ExitCode::Invalid, loaded.error());
        for (LoadedScenario& one : *loaded)
            if (selection.includes(one)) loaded_.push_back(std::move(one));
    }

    void play_all() {
        std::vector<PlannedCase> plan;
        for (const LoadedScenario& loaded : loaded_)
            for (const scenario::WorldKind kind : settings_.worlds) plan.push_back({&loaded, kind});
        std::mutex mutex;
        const TellProgress tell = [&](const std::string& line) {
            const std::lock_guard lock(mutex);
            err_ << line << std::flush;
        };
        run_in_order(
            plan.size(), settings_.jobs,
            [&](std::size_t i) { return play_case(plan[i], settings_, worlds_, tell); },
            [&](std::size_t i, PlayedCase played) {
                const std::lock_guard lock(mutex);
                take(*plan[i].loaded, std::move(played));
            });
    }

    void take(const LoadedScenario& loaded, PlayedCase played) {
        const std::string name = shown_name(loaded);
        if (played.code == ExitCode::Interrupted) return refuse(played.code, "");
        played_names_.insert(name);
        if (settings_.prints_trace) err_ << played.trace;
        if (!settings_.trace_file.empty()) trace_ += played.trace;
        if (!played.run) {
            failed_names_.insert(name);
            return refuse(played.code, played.trouble);
        }
        const auto& [file, result, redact] = *played.run;
        out_ << runner::report_line(result, file, settings_.colour)
             << runner::report_failures(result, file, redact) << std::flush;
        count_.add(result.verdict());
        if (!result.is_good()) failed_names_.insert(name);
        code_ = worse(code_, played.code);
        runs_.push_back(*std::move(played.run));
    }

    void write_reports() {
        if (!settings_.junit_file.empty()) write(settings_.junit_file, runner::report_junit(runs_));
        if (!settings_.json_file.empty()) write(settings_.json_file, runner::report_json(runs_));
        if (!settings_.tap_file.empty()) write(settings_.tap_file, runner::report_tap(runs_));
        if (settings_.annotates) out_ << runner::report_github(runs_);
        if (!settings_.trace_file.empty()) write(settings_.trace_file, trace_);
    }

    void write(const std::string& path, const std::string& text) {
        const auto written = write_file(path, text);
        if (written) return;
        err_ << written.error() << '\n';
        code_ = worse(code_, ExitCode::Infrastructure);
    }

    void refuse(ExitCode code, const std::string& why) {
        ++count_.not_run;
        code_ = worse(code_, code);
        err_ << why << std::flush;
    }

    const RunSettings& settings_;
    const Worlds& worlds_;
    std::ostream& out_;
    std::ostream& err_;
    FailureMemory memory_;
    std::vector<LoadedScenario> loaded_;
    ExitCode code_ = ExitCode::Passed;
    Count count_;
    std::vector<runner::ReportedRun> runs_;
    std::string trace_;
    std::set<std::string> played_names_;
    std::set<std::string> failed_names_;
};

}  // namespace

ExitCode run(const RunSettings& settings, const Worlds& worlds, std::ostream& out, std::ostream& err) {
    return RunCommand(settings, worlds, out, err).run();
}

}  // namespace command
