// handover: checks, lists and plays scenario files, and examines webhook receivers.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>

#include "foundation/net/clock.h"
#include "harness/adapter/playable.h"
#include "harness/command/adapter_file.h"
#include "harness/command/command_line.h"
#include "harness/command/doctor_command.h"
#include "harness/command/explore_command.h"
#include "harness/command/file_commands.h"
#include "harness/command/interruption.h"
#include "harness/command/layout.h"
#include "harness/command/ordered_jobs.h"
#include "harness/command/run_command.h"
#include "harness/command/schema.h"
#include "harness/scenario/grammar.h"
#include "harness/worlds/external_world.h"
#include "harness/worlds/live_world.h"
#include "harness/worlds/messenger.h"
#include "harness/worlds/simulated_world.h"

namespace {

using command::ExitCode;
using scenario::WorldKind;

// What failed last is remembered for each folder in which handover is called; empty if there is no home.
std::string default_memory_file() {
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    const char* const home = std::getenv("HOME");
    const bool has_cache = cache != nullptr && *cache == '/';
    if (!has_cache && (home == nullptr || *home != '/')) return {};
    std::error_code error;
    std::string here = std::filesystem::current_path(error).string();
    std::ranges::replace(here, '/', '%');
    const std::string root = has_cache ? std::string(cache) : std::string(home) + "/.cache";
    return error ? std::string{} : root + "/handover/last-failed" + here;
}

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
    if (name == "live" || name == "external") return {WorldKind::Live};
    if (name == "simulated") return {WorldKind::Simulated};
    return {WorldKind::Simulated, WorldKind::Live};
}

struct Options {
    command::RunSettings run;
    std::string world = "simulated";
    std::uint64_t seed = 0;
    command::DoctorSettings doctor;
    command::ExploreSettings explore;
    std::string shard = "1/1";
    std::string explore_limit;  // empty: none
    std::string time_limit = "60s";
    std::string adapter_file;
    std::string wait = "0s";
    std::string authorities;  // a PEM file
    bool wants_json = false;
    bool checks_layout = false;
    std::string shell = "bash";
};

CLI::App* add_run(CLI::App& app, Options& options) {
    constexpr double time_scale_max = 1000;
    CLI::App* const run = app.add_subcommand("run", "Play scenario files");
    run->add_option("path", options.run.paths, "Files, folders, or one file:line")->required();
    run->add_option("--world", options.world, "simulated, live, both, or external")
        ->check(CLI::IsMember({"simulated", "live", "both", "external"}))
        ->capture_default_str();
    run->add_option("--adapter", options.adapter_file,
                    "How your own connector is started and spoken to (--world external)");
    run->add_option("--seed", options.seed, "Seed of everything that is random; wins over that of a file");
    run->add_option("--time-scale", options.run.time_scale, "Seconds of the live world per real second")
        ->check(CLI::Range(1.0 / time_scale_max, time_scale_max))
        ->capture_default_str();
    run->add_option("--tag", options.run.selection.tags,
                    "Only scenarios with one of these tags; !tag leaves scenarios out")
        ->delimiter(',');
    run->add_option("--grep", options.run.selection.grep,
                    "Only scenarios with this regular expression in path, case or title");
    run->add_option("--case", options.run.selection.case_name,
                    "Only this row of a matrix, as \"status=503\"");
    run->add_flag("--last-failed", options.run.only_last_failed, "Only what failed when it was last played");
    run->add_option("--last-failed-file", options.run.memory_file, "Where failures are remembered");
    run->add_flag("--allow-empty", options.run.allows_empty, "Nothing selected is a success");
    run->add_flag("--run-skipped", options.run.plays_skipped, "Play also what says skip");
    run->add_option("--jobs", options.run.jobs, "How many scenarios are played at the same time")
        ->check(CLI::Range(1U, command::jobs_max))
        ->capture_default_str();
    run->add_option("--report-junit", options.run.junit_file, "Write the results as JUnit XML to this file");
    run->add_option("--report-json", options.run.json_file, "Write the results as JSON to this file");
    run->add_option("--report-tap", options.run.tap_file, "Write the results as TAP to this file");
    run->add_flag("--report-github", options.run.annotates, "Print annotations of GitHub Actions");
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
        "  handover run scenarios --tag faults --jobs 2\n  handover run scenarios --last-failed\n"
        "  handover run scenarios --world external --adapter my-connector.yaml\n"
        "Exit codes: 0 passed, 1 failed, 2 usage, 3 file wrong, 4 machine, 130 interrupted");
    return run;
}

CLI::App* add_explore(CLI::App& app, Options& options) {
    command::ExploreSettings& settings = options.explore;
    CLI::App* const explore =
        app.add_subcommand("explore", "Play random stories and find promises that are not kept");
    explore->add_option("--runs", settings.runs, "How many stories")->capture_default_str();
    explore->add_option("--time-limit", options.explore_limit,
                        "Begin no story after this real time: 60s, 10m");
    explore->add_option("--seed", settings.seed, "Seed of all stories")->capture_default_str();
    explore->add_option("--shard", options.shard, "i/n: play every n-th story, from the i-th on")
        ->capture_default_str();
    explore->add_option("--findings", settings.findings_max, "Stop after so many broken promises")
        ->capture_default_str();
    explore->add_option("--save", settings.directory,
                        "Write shrunk stories as scenario files to this folder");
    explore->add_flag("--check-determinism", settings.checks_determinism,
                      "Play each story twice and compare");
    explore->add_option("--organisation", settings.organisation, "Organisation file")
        ->check(CLI::ExistingFile);
    explore->add_option("--bridge", settings.bridge, "Bridge file")->check(CLI::ExistingFile);
    explore->footer(
        "Examples:\n  handover explore --runs 20000 --seed 7\n"
        "  handover explore --time-limit 10m --shard 2/8 --save found\n"
        "Exit codes: 0 every promise was kept, 1 one was broken, 2 usage, 3 file wrong");
    return explore;
}

ExitCode explore(Options& options) {
    command::ExploreSettings& settings = options.explore;
    char slash = 0;
    std::istringstream shard(options.shard);
    shard >> settings.shard >> slash >> settings.shards;
    const bool is_shard = shard && slash == '/' && settings.shard >= 1 && settings.shard <= settings.shards;
    if (!options.explore_limit.empty()) settings.time_limit = base::parse_duration(options.explore_limit);
    if (!is_shard || (!options.explore_limit.empty() && !settings.time_limit)) {
        std::cerr << "explore: --shard is i/n with 1 <= i <= n, and --time-limit a duration: 60s, 10m\n";
        return ExitCode::Usage;
    }
    const auto began = std::chrono::steady_clock::now();
    settings.elapsed = [began] { return std::chrono::steady_clock::now() - began; };
    return command::explore_stories(settings, worlds::make_simulated_world, std::cout, std::cerr);
}

CLI::App* add_doctor(CLI::App& app, Options& options) {
    command::DoctorSettings& settings = options.doctor;
    CLI::App* const doctor =
        app.add_subcommand("doctor", "Find the mistakes of an Open Messaging webhook receiver");
    doctor->add_option("url", settings.url, "The receiver's webhook, http or https")->required();
    doctor
        ->add_option("--secret", settings.secret,
                     "outboundNotificationWebhookSignatureSecretToken of the receiver")
        ->envname("HANDOVER_SECRET")
        ->required();
    doctor->add_option(
        "--seen-url", settings.seen_url,
        "Where the receiver lists the texts it has shown; without it, duplicates are not judged");
    doctor
        ->add_option("--cacert", options.authorities,
                     "PEM file of the authority that signed the receiver's certificate")
        ->check(CLI::ExistingFile);
    doctor->add_option("--customer", settings.addresses.customer, "channel.to.id of the messages")
        ->capture_default_str();
    doctor->add_option("--integration", settings.addresses.integration, "channel.from.id of the messages")
        ->capture_default_str();
    doctor->add_option("--slow-after", settings.slow_after, "A longer answer is a finding")
        ->capture_default_str();
    doctor->add_option("--wait", options.wait, "Wait that long for the receiver to listen")
        ->capture_default_str();
    doctor->add_option("--time-limit", options.time_limit, "Judge only what can be judged within this time")
        ->capture_default_str();
    doctor->add_option("--seed", options.seed,
                       "Seed of message ids; drawn if not given, as receivers remember ids");
    doctor->add_flag("--json", options.wants_json, "Print the diagnosis as JSON");
    doctor->footer(
        "Examples:\n  handover doctor http://127.0.0.1:3000/webhook --secret 0123456789abcdef\n"
        "  HANDOVER_SECRET=... handover doctor https://bot.example.org/genesys --cacert ca.pem --json\n"
        "Exit codes: 0 no findings, 1 findings, 2 usage, 4 the receiver cannot be reached");
    return doctor;
}

ExitCode examine(const CLI::App& subcommand, Options& options) {
    constexpr base::Duration answer_limit = std::chrono::seconds{11};  // the vendor's 10 s, and a little
    constexpr base::Duration look_every = std::chrono::milliseconds{50};
    const auto time_limit = base::parse_duration(options.time_limit);
    const auto wait = base::parse_duration(options.wait);
    if (!time_limit || !wait) {
        std::cerr << "doctor: --time-limit and --wait are durations: write 500ms or 60s\n";
        return ExitCode::Usage;
    }
    options.doctor.tries = static_cast<int>(*wait / look_every);
    // Before any thread begins; the client reads it for each call.
    if (!options.authorities.empty()) setenv("SSL_CERT_FILE", options.authorities.c_str(), 1);
    options.doctor.seed = subcommand.count("--seed") > 0 ? options.seed : std::random_device{}();
    options.doctor.begin = net::Clock(1).now().utc;
    options.doctor.form = options.wants_json ? command::ReportForm::Json : command::ReportForm::Text;
    options.doctor.colour = wanted_colour() == runner::Colour::On ? doctor::Colour::On : doctor::Colour::Off;
    worlds::Messenger messenger(*wait + *time_limit, answer_limit);
    return command::examine_receiver(
        options.doctor,
        {[&](const auto& errands) { return messenger.ask(errands); }, [&] { messenger.pause(look_every); }},
        std::cout, std::cerr);
}

ExitCode run_external(Options& options) {
    const auto loaded = command::load_adapter(options.adapter_file);
    if (!loaded) {
        std::cerr << loaded.error().message;
        return loaded.error().code;
    }
    options.run.why_not_external = [&](const scenario::Scenario& scenario) {
        return adapter::why_not(scenario, loaded->adapter);
    };
    const command::MakeWorld make = [&](const runner::WorldSettings& settings) {
        return worlds::make_external_world(settings, loaded->adapter, loaded->directory);
    };
    return command::run(options.run, {worlds::make_simulated_world, make}, std::cout, std::cerr);
}

// "TEXT:{a,b}", as CLI11 writes a value that must be one of a few.
std::vector<std::string> choices_of(const std::string& type) {
    std::vector<std::string> choices;
    const std::size_t open = type.find(":{");
    if (open == std::string::npos || !type.ends_with('}')) return choices;
    std::istringstream list(type.substr(open + 2, type.size() - open - 3));
    for (std::string choice; std::getline(list, choice, ',');) choices.push_back(choice);
    return choices;
}

// The option table as data.
command::OptionLine option_line(const CLI::Option& option) {
    const bool is_flag = option.get_items_expected_max() == 0;
    const std::string type = option.get_type_name();
    const std::string word = option.get_positional() ? option.get_name() : type.substr(0, type.find(':'));
    return {option.get_positional() ? std::string{} : "--" + option.get_lnames().front(),
            is_flag ? std::string{} : word,
            option.get_description() + ".",
            option.get_envname(),
            option.get_default_str(),
            choices_of(type)};
}

command::ProgramLine program_line(const CLI::App& app) {
    command::ProgramLine program{"handover", app.get_description(), {}};
    for (const CLI::App* const sub : app.get_subcommands({})) {
        command::CommandLine line{sub->get_name(), sub->get_description(), sub->get_footer(), {}};
        for (const CLI::Option* const option : sub->get_options())
            line.options.push_back(option_line(*option));
        program.commands.push_back(std::move(line));
    }
    return program;
}

// One rule for every option of every command: "--time-scale" is also HANDOVER_TIME_SCALE; flag before
// environment before default.
void name_environment(CLI::App& app) {
    for (CLI::App* const sub : app.get_subcommands([](CLI::App*) { return true; })) {
        for (CLI::Option* const option : sub->get_options()) {
            const auto& names = option->get_lnames();
            if (names.empty() || names.front() == "help" || !option->get_envname().empty()) continue;
            std::string variable = "HANDOVER_" + names.front();
            std::ranges::replace(variable, '-', '_');
            std::ranges::transform(variable, variable.begin(),
                                   [](unsigned char c) { return std::toupper(c); });
            option->envname(variable);
        }
    }
}

ExitCode execute(const CLI::App& app, Options& options, const std::vector<std::string>& paths) {
    if (app.got_subcommand("check")) return command::check(paths, std::cout, std::cerr);
    if (app.got_subcommand("lint")) return command::lint(paths, std::cout, std::cerr);
    if (app.got_subcommand("fmt"))
        return command::lay_out(paths,
                                options.checks_layout ? command::Layout::Check : command::Layout::Write,
                                std::cout, std::cerr);
    if (app.got_subcommand("completion")) {
        std::cout << command::bash_completion(program_line(app));
        return ExitCode::Passed;
    }
    if (app.got_subcommand("man")) {
        std::cout << command::man_page(program_line(app));
        return ExitCode::Passed;
    }
    if (app.got_subcommand("schema")) {
        std::cout << command::scenario_schema();
        return ExitCode::Passed;
    }
    if (app.got_subcommand("list")) return command::list(paths, std::cout, std::cerr);
    if (app.got_subcommand("grammar")) {
        std::cout << scenario::grammar_markdown();
        return ExitCode::Passed;
    }
    const command::Interruption interruption;
    options.run.stop = interruption.token();
    options.run.worlds = worlds_named(options.world);
    options.run.colour = wanted_colour();
    if (options.world == "external") return run_external(options);
    return command::run(options.run, {worlds::make_simulated_world, worlds::make_live_world}, std::cout,
                        std::cerr);
}

int run_main(int argc, char** argv) {
    CLI::App app("Plays handover scenarios against the mock of Genesys Cloud and the bridge");
    app.require_subcommand(1);
    Options options;
    options.run.binary_directory = own_directory();
    options.run.memory_file = default_memory_file();
    const CLI::App* const run = add_run(app, options);
    const CLI::App* const doctor = add_doctor(app, options);
    add_explore(app, options);
    std::string replayed;
    app.add_subcommand("replay",
                       "Play a scenario for git bisect run: 0 it holds, 1 it does not, 125 cannot be judged")
        ->add_option("file", replayed, "A scenario file")
        ->required();
    std::vector<std::string> paths;
    for (const auto& [name, meaning] : {std::pair{"check", "Say what is wrong with scenario files"},
                                        std::pair{"lint", "Name what is allowed and most likely not meant"},
                                        std::pair{"fmt", "Lay scenario files out; comments stay"},
                                        std::pair{"list", "List scenario files"}})
        app.add_subcommand(name, meaning)->add_option("path", paths, "Files or folders")->required();
    app.get_subcommand("fmt")->add_flag("--check", options.checks_layout,
                                        "Change nothing; fail if a file is not laid out");
    app.add_subcommand("completion", "Print the completions of a shell")
        ->add_option("shell", options.shell, "The shell")
        ->check(CLI::IsMember({"bash"}))
        ->capture_default_str();
    app.add_subcommand("man", "Print the manual page");
    app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    app.add_subcommand("grammar", "Print the reference of the scenario language as Markdown");
    name_environment(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
    }
    if (run->count("--seed") > 0) options.run.seed = options.seed;
    if (app.got_subcommand(doctor)) return static_cast<int>(examine(*doctor, options));
    if (app.got_subcommand("explore")) return static_cast<int>(explore(options));
    if (app.got_subcommand("replay"))
        return command::replay(replayed, worlds::make_simulated_world, std::cout, std::cerr);
    return static_cast<int>(execute(app, options, paths));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run_main(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << fmt::format("handover: {}\n", error.what());
        return static_cast<int>(ExitCode::Infrastructure);
    }
}
