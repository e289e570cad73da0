// The adapter file that the command line names.
#pragma once

#include <expected>
#include <string>

#include "harness/adapter/adapter.h"
#include "harness/command/exit_code.h"

namespace command {

struct LoadedAdapter {
    adapter::Adapter adapter;
    std::string directory;  // absolute: where the connector is started
};
struct AdapterFailure {
    ExitCode code = ExitCode::Usage;
    std::string message;  // every problem with its position
};

// Usage when there is no such file, Invalid when it is wrong.
std::expected<LoadedAdapter, AdapterFailure> load_adapter(const std::string& path);

}  // namespace command
