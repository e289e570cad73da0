// Somebody else's connector as a process: its port, its start as an adapter file says, its crash.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "harness/adapter/adapter.h"
#include "harness/adapter/template_text.h"
#include "harness/worlds/child_process.h"

namespace worlds {

// A port that nobody listens at now. Somebody else may take it before the connector does; its start fails
// then.
std::expected<std::uint16_t, std::string> free_port();

class Connector {
  public:
    struct Plan {
        adapter::Adapter adapter;
        adapter::Values values;  // for what the adapter file's ${names} stand for, but the port
        std::string directory;   // of the adapter file
        std::string log_file;
    };
    explicit Connector(Plan plan) : plan_(std::move(plan)) {}

    // Returns when it answers; the first start takes any free port, later ones the same again. The error is
    // for people and ends with the tail of the log.
    std::optional<std::string> start();
    void crash();
    void stop();

    bool is_running() { return child_ != nullptr && child_->is_running(); }
    std::string origin() const;

  private:
    std::optional<std::string> wait_until_ready();
    std::string ended_because(const std::string& what) const;

    Plan plan_;
    std::uint16_t port_ = 0;
    std::unique_ptr<ChildProcess> child_;
};

}  // namespace worlds
