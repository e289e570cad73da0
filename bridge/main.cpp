// The bridge as a process. "serve" runs it, "check" reads the configuration file only.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <expected>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>

#include "bridge/config/genesys_address.h"
#include "bridge/config/read_settings.h"
#include "bridge/service/service.h"
#include "foundation/document/fields.h"
#include "foundation/net/serve.h"

namespace {

struct Options {
    std::string config;
    std::string genesys_origin;
    std::optional<std::uint64_t> seed;
    net::ServeOptions serve;
};

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.is_open() || file.bad()) return std::nullopt;
    return text;
}

// The settings, or the exit code after the problems have been shown.
std::expected<bridge::Settings, int> load(const std::string& path) {
    const auto text = read_file(path);
    if (!text) {
        fmt::print(stderr, "handover-bridge: {} cannot be read; does the file exist?\n", path);
        return std::unexpected(net::exit_invalid_input);
    }
    auto settings = bridge::read_settings(*text);
    if (settings) return *std::move(settings);
    for (const document::Problem& problem : settings.error())
        fmt::print(stderr, "{}", document::render(problem, path, *text));
    return std::unexpected(net::exit_invalid_input);
}

void show_warnings(const bridge::Settings& settings) {
    for (const std::string& warning : settings.warnings)
        fmt::print(stderr, "handover-bridge: warning: {}\n", warning);
}

std::uint64_t seed_of_the_system() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

int serve(const Options& options) {
    auto settings = load(options.config);
    if (!settings) return settings.error();
    if (!options.genesys_origin.empty()) {
        const auto origin = bridge::normal_origin(options.genesys_origin);
        if (!origin) {
            fmt::print(
                stderr,
                "handover-bridge: --genesys-origin {} is no origin; for example http://127.0.0.1:8080\n",
                options.genesys_origin);
            return net::exit_usage;
        }
        bridge::set_genesys_origin(*settings, *origin);
    }
    show_warnings(*settings);
    const std::uint64_t seed = options.seed ? *options.seed : seed_of_the_system();
    return net::serve(bridge::make_service(*std::move(settings), seed), options.serve);
}

int check(const Options& options) {
    const auto settings = load(options.config);
    if (!settings) return settings.error();
    show_warnings(*settings);
    fmt::print("{}: the settings are well-formed (nothing was asked of Genesys)\n", options.config);
    return net::exit_ok;
}

void add_serve_options(CLI::App& command, Options& options) {
    net::ServeOptions& serve = options.serve;
    command.add_option("--store", serve.store, "SQLite file; without it nothing outlives the process");
    command.add_option("--address", serve.address, "address to listen on")->capture_default_str();
    command.add_option("--port", serve.port, "0: any free one")->capture_default_str();
    command.add_option("--port-file", serve.port_file, "written with the port as soon as the bridge listens");
    command.add_option("--genesys-origin", options.genesys_origin,
                       "overrides the file, for example http://127.0.0.1:8080");
    command.add_option("--seed", options.seed, "of the ids; default: from the system");
    command.add_option("--trace-file", serve.trace_file, "one JSON line per event");
    command.add_option("--time-scale", serve.time_scale, "virtual seconds per real second, for tests")
        ->check(CLI::PositiveNumber);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        Options options;
        options.serve.program = "handover-bridge";
        options.serve.body_bytes_max = bridge::request_body_bytes_max;
        CLI::App app("Handover provider between a chatbot and Genesys Cloud Open Messaging");
        app.require_subcommand(1);
        CLI::App* const serve_command = app.add_subcommand("serve", "Run the bridge");
        CLI::App* const check_command = app.add_subcommand("check", "Check the configuration file");
        for (CLI::App* command : {serve_command, check_command})
            command->add_option("--config", options.config, "configuration file (YAML or JSON)")->required();
        add_serve_options(*serve_command, options);
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app.exit(error) == 0 ? net::exit_ok : net::exit_usage;
        }
        return serve_command->parsed() ? serve(options) : check(options);
    } catch (const std::exception& error) {
        fmt::print(stderr, "handover-bridge: {}\n", error.what());
        return net::exit_infrastructure;
    }
}
