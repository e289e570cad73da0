// mock-genesys: the command line of the simulated Genesys Cloud.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "foundation/net/serve.h"
#include "foundation/net/shared_lines.h"
#include "mock-genesys/core/assign_ids.h"
#include "mock-genesys/default_organisation.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace {

struct Arguments {
    std::string organisation_file;  // empty: the built-in one
    std::uint64_t seed = 1;
    std::string exchanges_file;  // empty: none
    net::ServeOptions serve;
};

struct OrganisationText {
    std::string name;  // of the file, for messages
    std::string text;
};

std::optional<OrganisationText> read_text(const std::string& file) {
    if (file.empty())
        return OrganisationText{"built-in organisation", std::string(mock::default_organisation)};
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        fmt::print(stderr, "mock-genesys: cannot read {}: no such file, or no permission\n", file);
        return std::nullopt;
    }
    return OrganisationText{file, {std::istreambuf_iterator<char>(stream), {}}};
}

// Prints every problem and warning with its place in the file; nullopt if there are problems.
std::optional<mock::Organisation> load(const std::string& file) {
    const auto source = read_text(file);
    if (!source) return std::nullopt;
    mock::OrganisationReading reading = mock::read_organisation_with_warnings(source->text);
    for (const document::Problem& problem : reading.problems)
        fmt::print(stderr, "{}", document::render(problem, source->name, source->text));
    for (document::Problem warning : reading.warnings) {
        warning.what = "warning: " + warning.what;
        fmt::print(stderr, "{}", document::render(warning, source->name, source->text));
    }
    if (!reading.problems.empty()) return std::nullopt;
    return std::move(reading.organisation);
}

// What a connector needs to be told, but never a secret.
void print_summary(const mock::Organisation& organisation, const Arguments& arguments) {
    const std::string from = arguments.organisation_file.empty() ? "built in; use --org FILE for your own"
                                                                 : arguments.organisation_file;
    fmt::print("organisation {} ({})\n", organisation.name, from);
    for (const mock::Integration& integration : organisation.integrations)
        fmt::print("  integration {}  id {}  webhook {}\n", integration.name, integration.id.text(),
                   integration.webhook_url);
    for (const mock::OAuthClient& client : organisation.oauth_clients)
        fmt::print("  OAuth client {}  id {}\n", client.name, client.id.text());
    fmt::print("  seed {}\n", arguments.seed);
    std::fflush(stdout);
}

// The sink of --exchanges; nullopt, after saying why, if its file cannot be written.
std::optional<mock::ExchangeSink> exchange_sink(const std::string& file) {
    if (file.empty()) return mock::ExchangeSink{};
    auto lines = net::SharedLines::open(file);
    if (!lines) {
        fmt::print(stderr, "mock-genesys: {}\n", lines.error());
        return std::nullopt;
    }
    return [lines = std::make_shared<net::SharedLines>(*std::move(lines))](
               const mock::ApiExchange& exchange) { lines->append(mock::encode_exchange(exchange)); };
}

int serve(const Arguments& arguments) {
    auto organisation = load(arguments.organisation_file);
    if (!organisation) return net::exit_invalid_input;
    const auto traces = arguments.serve.trace_file.empty() ? mock::Traces::LeftOut : mock::Traces::Told;
    auto record = exchange_sink(arguments.exchanges_file);
    if (!record) return net::exit_infrastructure;
    mock::Organisation complete = mock::assign_ids(*std::move(organisation), arguments.seed);
    print_summary(complete, arguments);
    return net::serve(mock::make_service(std::move(complete), arguments.seed, *std::move(record), traces),
                      arguments.serve);
}

int check(const Arguments& arguments) {
    const auto organisation = load(arguments.organisation_file);
    if (!organisation) return net::exit_invalid_input;
    fmt::print("{}: valid: {} integrations, {} queues, {} users, {} flows, {} OAuth clients\n",
               arguments.organisation_file, organisation->integrations.size(), organisation->queues.size(),
               organisation->users.size(), organisation->flows.size(), organisation->oauth_clients.size());
    return net::exit_ok;
}

void add_serve_options(CLI::App& command, Arguments& arguments) {
    net::ServeOptions& serve = arguments.serve;
    serve.program = "mock-genesys";
    command.add_option("--org", arguments.organisation_file, "organisation file (YAML or JSON)");
    command.add_option("--address", serve.address, "address to listen on")->capture_default_str();
    command.add_option("--port", serve.port, "port of the plain HTTP origin; 0: any free one");
    command.add_option("--port-file", serve.port_file, "file to write the port to, once listening");
    command.add_flag("--tls", serve.tls, "also listen with TLS");
    command.add_option("--tls-port", serve.tls_port, "port of the TLS listener; 0: any free one");
    command.add_option("--tls-port-file", serve.tls_port_file, "file to write the TLS port to");
    command.add_option("--certificates", serve.certificate_directory,
                       "directory of the local CA and certificates");
    command.add_option("--seed", arguments.seed, "seed of ids and tokens")->capture_default_str();
    command.add_option("--trace-file", serve.trace_file, "file for typed events, one JSON line each");
    command
        .add_option("--exchanges", arguments.exchanges_file,
                    "file to append every exchange with /api/v2 to, one JSON line each, without secrets")
        ->envname("MOCK_GENESYS_EXCHANGES");
    command.add_option("--time-scale", serve.time_scale, "virtual seconds per real second")
        ->check(CLI::PositiveNumber);
}

int run(int argc, char** argv) {
    CLI::App program{"An offline Genesys Cloud for Open Messaging connectors", "mock-genesys"};
    program.require_subcommand(1);
    Arguments arguments;
    CLI::App* const serve_command = program.add_subcommand("serve", "run the mock until SIGTERM or SIGINT");
    add_serve_options(*serve_command, arguments);
    CLI::App* const check_command = program.add_subcommand("check", "check an organisation file");
    check_command->add_option("--org", arguments.organisation_file, "organisation file")->required();
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? net::exit_ok : net::exit_usage;
    }
    return check_command->parsed() ? check(arguments) : serve(arguments);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "mock-genesys: {}\n", error.what());
        return net::exit_infrastructure;
    }
}
