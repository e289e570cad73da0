// One of the two programs of a live world, with its files, its port and its life.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/runner/world.h"
#include "harness/worlds/child_process.h"

namespace worlds {

class Program {
  public:
    struct Plan {
        std::string name;                    // "mock-genesys"
        std::string executable;              // path
        std::string directory;               // for its log, port file and whatever its arguments name; exists
        std::vector<std::string> arguments;  // without the port
    };
    explicit Program(Plan plan) : plan_(std::move(plan)) {}

    // Returns when it listens; the first start takes any free port, later ones the same again. The error is
    // for people and ends with the tail of the log.
    std::optional<std::string> start();
    void crash();
    void stop();

    bool is_running() { return child_ != nullptr && child_->is_running(); }
    std::string origin() const;  // "http://127.0.0.1:41234"
    // "mock-genesys has ended unexpectedly: ..." if it was started and is gone without having been crashed or
    // stopped.
    std::optional<std::string> unexpected_end();

  private:
    std::string file(std::string_view suffix) const;
    std::optional<std::string> wait_until_ready();

    Plan plan_;
    std::uint16_t port_ = 0;
    std::unique_ptr<ChildProcess> child_;
};

// The mock, for the worlds that run it as a process.
Program::Plan genesys_plan(const runner::WorldSettings& settings);

}  // namespace worlds
