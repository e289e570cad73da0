#include "harness/command/source_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace command {
namespace {

namespace fs = std::filesystem;

struct NamedPath {
    std::string path;
    unsigned line = 0;
};

// "a/b.yaml:12", unless a file really has that name.
NamedPath split_line(const std::string& argument) {
    const std::size_t colon = argument.rfind(':');
    std::error_code ignored;
    if (colon == std::string::npos || fs::exists(argument, ignored)) return {argument, 0};
    unsigned line = 0;
    const char* const end = argument.data() + argument.size();
    const auto [stop, error] = std::from_chars(argument.data() + colon + 1, end, line);
    if (error != std::errc{} || stop != end || line == 0) return {argument, 0};
    return {argument.substr(0, colon), line};
}

std::vector<std::string> yaml_files_below(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file(error) && at->path().extension() == ".yaml" &&
            !at->path().string().ends_with(".part.yaml"))
            files.push_back(at->path().string());
    std::ranges::sort(files);
    return files;
}

std::expected<std::vector<SourceFile>, std::string> read_all(const std::vector<std::string>& paths,
                                                             unsigned line) {
    std::vector<SourceFile> files;
    for (const std::string& path : paths) {
        auto text = read_file(path);
        if (!text) return std::unexpected(std::move(text.error()));
        files.push_back({path, *std::move(text), line});
    }
    return files;
}

}  // namespace

std::expected<std::vector<SourceFile>, std::string> collect_files(const std::vector<std::string>& paths) {
    std::vector<std::string> found;
    unsigned line = 0;
    for (const std::string& argument : paths) {
        const NamedPath named = split_line(argument);
        std::error_code ignored;
        if (!fs::exists(named.path, ignored))
            return std::unexpected(fmt::format("there is no file or folder '{}'", named.path));
        if (named.line != 0 && paths.size() > 1)
            return std::unexpected(
                fmt::format("'{}' names a line, which needs it to be the only path", argument));
        line = named.line;
        if (!fs::is_directory(named.path, ignored)) {
            found.push_back(named.path);
            continue;
        }
        const auto below = yaml_files_below(named.path);
        found.insert(found.end(), below.begin(), below.end());
    }
    if (found.empty())
        return std::unexpected("no scenario was found: a folder must have *.yaml files in or below it");
    return read_all(found, line);
}

std::expected<std::string, std::string> read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::unexpected(fmt::format("cannot read '{}'", path));
    return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::expected<void, std::string> write_file(const std::string& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.flush();
    if (!stream) return std::unexpected(fmt::format("cannot write '{}'", path));
    return {};
}

}  // namespace command
