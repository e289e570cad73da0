#include "harness/worlds/program.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace worlds {
namespace {

constexpr std::chrono::seconds ready_deadline{20};
constexpr std::chrono::milliseconds stop_deadline{5000};
constexpr std::chrono::milliseconds look_every{5};  // at the port file

// The port file is written at once and whole, after the program listens.
std::optional<std::uint16_t> read_port(const std::string& file) {
    std::ifstream stream(file);
    std::uint16_t port = 0;
    if (!(stream >> port) || port == 0) return std::nullopt;
    return port;
}

}  // namespace

std::optional<std::string> Program::start() {
    std::error_code ignored;
    std::filesystem::remove(file("port"), ignored);
    std::vector<std::string> arguments = plan_.arguments;
    arguments.insert(arguments.end(), {"--port", fmt::format("{}", port_), "--port-file", file("port")});
    auto child = ChildProcess::start(plan_.executable, arguments, file("log"));
    if (!child) return child.error();
    child_ = *std::move(child);
    return wait_until_ready();
}

std::optional<std::string> Program::wait_until_ready() {
    const auto end = std::chrono::steady_clock::now() + ready_deadline;
    while (true) {
        if (const auto port = read_port(file("port"))) {
            port_ = *port;
            return std::nullopt;
        }
        const bool is_running = !child_->ends_within(look_every);
        if (is_running && std::chrono::steady_clock::now() < end) continue;
        const std::string what = is_running ? fmt::format("did not listen within {}s", ready_deadline.count())
                                            : "ended at once with " + child_->how_it_ended();
        child_.reset();
        return fmt::format("{} {}; its log {} ends with:\n{}", plan_.name, what, file("log"),
                           tail_of(file("log")));
    }
}

void Program::crash() {
    if (child_) child_->kill_now();
    child_.reset();
}

void Program::stop() {
    if (child_) child_->stop(stop_deadline);
    child_.reset();
}

std::string Program::origin() const { return fmt::format("http://127.0.0.1:{}", port_); }

std::optional<std::string> Program::unexpected_end() {
    if (child_ == nullptr || child_->is_running()) return std::nullopt;
    return fmt::format("{} has ended unexpectedly with {}; its log {} ends with:\n{}", plan_.name,
                       child_->how_it_ended(), file("log"), tail_of(file("log")));
}

std::string Program::file(std::string_view suffix) const {
    return fmt::format("{}/{}.{}", plan_.directory, plan_.name, suffix);
}

Program::Plan genesys_plan(const runner::WorldSettings& settings) {
    return {"mock-genesys",
            settings.binary_directory + "/mock-genesys",
            settings.work_directory,
            {"serve", "--org", settings.organisation_file, "--seed", fmt::format("{}", settings.seed),
             "--time-scale", fmt::format("{}", settings.time_scale), "--trace-file",
             settings.work_directory + "/mock-genesys.trace"}};
}

}  // namespace worlds
