// Small files that are written whole or not at all.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace net {

enum class Readers { Everybody, OwnerOnly };

// Writes beside `path` and renames, so that nobody ever reads half of it. The error is a sentence for people.
std::expected<void, std::string> write_atomically(const std::string& path, std::string_view content,
                                                  Readers readers);

// nullopt if there is no such file, or it cannot be read.
std::optional<std::string> read_file(const std::string& path);

}  // namespace net
