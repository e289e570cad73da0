// The files that the command line names.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace command {

struct SourceFile {
    std::string path;  // as it is shown
    std::string text;
    unsigned line = 0;  // of "path:line"; 0: none given
};

// Files, folders (every *.yaml below them but parts, *.part.yaml, sorted) and, if it is the only one,
// "path:line". The error is a sentence for people: what is not there, or that nothing was found.
std::expected<std::vector<SourceFile>, std::string> collect_files(const std::vector<std::string>& paths);

// The whole file; the error is a sentence.
std::expected<std::string, std::string> read_file(const std::string& path);

// Replaces the file; the error is a sentence.
std::expected<void, std::string> write_file(const std::string& path, const std::string& text);

}  // namespace command
