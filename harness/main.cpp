// handover: checks, lists and plays scenario files.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "harness/command/file_commands.h"
#include "harness/command/run_command.h"
#include "harness/scenario/grammar.h"
#include "harness/worlds/live_world.h"
#include "harness/worlds/simulated_world.h"

namespace {

using command::ExitCode;
using scenario::WorldKind;

// The programs of a live world end with this one, whatever ends it.
void interrupt(int /*signal*/) { _exit(static_cast<int>(ExitCode::Interrupted)); }

std::string own_directory() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path().string();
}

runner::Colour wanted_colour() {
    const char* const no_colour = std::getenv("NO_COLOR");
    const bool is_refused = no_colour != nullptr && *no_colour != '\0';
    return !is_refused && isatty(STDOUT_FILENO) == 1 ? runner::Colour::On : runner::Colour::Off;
}

std::vector<WorldKind> worlds_named(const std::string& name) {
    if (name == "live") return {WorldKind::Live};
    if (name == "simulated") return {WorldKind::Simulated};
    return {WorldKind::Simulated, WorldKind::Live};
}

struct Options {
    command::RunSettings run;
    std::string world = "simulated";
    std::uint64_t seed = 0;
};

CLI::App* add_run(CLI::App& app, Options& options) {
    constexpr double time_scale_max = 1000;
    CLI::App* const run = app.add_subcommand("run", "Play scenario files");
    run->add_option("path", options.run.paths, "Files, folders, or one file:line")->required();
    run->add_option("--world", options.world, "simulated, live or both")
        ->check(CLI::IsMember({"simulated", "live", "both"}))
        ->capture_default_str();
    run->add_option("--seed", options.seed, "Seed of everything that is random; wins over that of a file");
    run->add_option("--time-scale", options.run.time_scale, "Seconds of the live world per real second")
        ->check(CLI::Range(1.0 / time_scale_max, time_scale_max))
        ->capture_default_str();
    run->add_option("--report-junit", options.run.junit_file, "Write the results as JUnit XML to this file");
    run->add_option("--trace-file", options.run.trace_file,
                    "Write every event of the simulated world to this file");
    run->add_flag("--trace", options.run.prints_trace, "Print every event of the simulated world on stderr");
    run->add_option("--bin", options.run.binary_directory, "Where mock-genesys and handover-bridge are")
        ->capture_default_str();
    run->add_flag("--keep", options.run.keeps_work_directory,
                  "Keep stores, logs and traces of the live world");
    run->footer(
        "Examples:\n  handover run scenarios\n  handover run scenarios/faults --world both --time-scale 10\n"
        "  handover run scenarios/faults/retry.yaml:12 --seed 7 --trace\n"
        "Exit codes: 0 passed, 1 failed, 2 usage, 3 file wrong, 4 machine, 130 interrupted");
    return run;
}

ExitCode execute(const CLI::App& app, Options& options, const std::vector<std::string>& paths) {
    if (app.got_subcommand("check")) return command::check(paths, std::cout, std::cerr);
    if (app.got_subcommand("list")) return command::list(paths, std::cout, std::cerr);
    if (app.got_subcommand("grammar")) {
        std::cout << scenario::grammar_markdown();
        return ExitCode::Passed;
    }
    options.run.worlds = worlds_named(options.world);
    options.run.colour = wanted_colour();
    return command::run(options.run, {worlds::make_simulated_world, worlds::make_live_world}, std::cout,
                        std::cerr);
}

int run_main(int argc, char** argv) {
    CLI::App app("Plays handover scenarios against the mock of Genesys Cloud and the bridge");
    app.require_subcommand(1);
    Options options;
    options.run.binary_directory = own_directory();
    const CLI::App* const run = add_run(app, options);
    std::vector<std::string> paths;
    for (const auto& [name, meaning] : {std::pair{"check", "Say what is wrong with scenario files"},
                                        std::pair{"list", "List scenario files"}})
        app.add_subcommand(name, meaning)->add_option("path", paths, "Files or folders")->required();
    app.add_subcommand("grammar", "Print the reference of the scenario language as Markdown");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    if (run->count("--seed") > 0) options.run.seed = options.seed;
    return static_cast<int>(execute(app, options, paths));
}

}  // namespace

int main(int argc, char** argv) {
    signal(SIGINT, interrupt);
    try {
        return run_main(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << fmt::format("handover: {}\n", error.what());
        return static_cast<int>(ExitCode::Infrastructure);
    }
}
