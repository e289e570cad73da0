#include "harness/command/work_directory.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace command {

WorkDirectory::WorkDirectory(Keep keep) : keep_(keep) {
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    std::string pattern = (error ? std::filesystem::path("/tmp") : parent) / "handover-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr)
        error_ = fmt::format("cannot make a directory like {}: {}", pattern, std::strerror(errno));
    else
        path_ = pattern;
}

WorkDirectory::~WorkDirectory() {
    std::error_code ignored;
    if (keep_ == Keep::No && !path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace command
