#include "harness/command/adapter_file.h"

#include <filesystem>

#include "harness/adapter/read_adapter.h"
#include "harness/command/source_files.h"

namespace command {

std::expected<LoadedAdapter, AdapterFailure> load_adapter(const std::string& path) {
    if (path.empty())
        return std::unexpected(AdapterFailure{
            ExitCode::Usage,
            "the external world needs --adapter FILE, which says how your connector is started and "
            "spoken to; docs/connect-your-own.md shows one\n"});
    const auto text = read_file(path);
    if (!text) return std::unexpected(AdapterFailure{ExitCode::Usage, text.error() + "\n"});
    auto adapter = adapter::read_adapter(*text);
    if (!adapter) {
        std::string message;
        for (const document::Problem& problem : adapter.error())
            message += document::render(problem, path, *text);
        return std::unexpected(AdapterFailure{ExitCode::Invalid, message});
    }
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    return LoadedAdapter{*std::move(adapter), absolute.parent_path().string()};
}

}  // namespace command
