#include "harness/command/failure_memory.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "harness/command/source_files.h"

namespace command {

std::set<std::string> FailureMemory::recall() const {
    std::set<std::string> names;
    std::ifstream stream(path_);
    for (std::string line; names.size() < remembered_max && std::getline(stream, line);)
        if (!line.empty()) names.insert(line);
    return names;
}

void FailureMemory::update(const std::set<std::string>& played, const std::set<std::string>& failed) const {
    if (path_.empty()) return;
    const std::set<std::string> before = recall();
    std::set<std::string> names = before;
    for (const std::string& name : played) names.erase(name);
    names.insert(failed.begin(), failed.end());
    if (names == before) return;
    std::string text;
    for (const std::string& name : names) text += name + '\n';
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), ignored);
    // Two runs at a time must not leave half a file behind.
    const std::string fresh = fmt::format("{}.{}", path_, getpid());
    if (write_file(fresh, text)) std::filesystem::rename(fresh, path_, ignored);
}

}  // namespace command
