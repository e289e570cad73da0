#include "foundation/net/owned_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "foundation/net/descriptor.h"

namespace net {
namespace {

constexpr mode_t mode_of_owner_only = 0600;
constexpr mode_t mode_of_everybody = 0644;

bool write_whole(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::unexpected<std::string> cannot_write(const std::string& path) {
    return std::unexpected("the file " + path + " cannot be written: " + std::strerror(errno) +
                           "; check that its directory exists and is writable");
}

}  // namespace

std::expected<void, std::string> write_atomically(const std::string& path, std::string_view content,
                                                  Readers readers) {
    const std::string draft = path + "." + std::to_string(::getpid()) + ".tmp";
    const mode_t mode = readers == Readers::OwnerOnly ? mode_of_owner_only : mode_of_everybody;
    {
        const Descriptor file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
        if (!file.open()) return cannot_write(path);
        if (!write_whole(file.number(), content)) return cannot_write(path);
    }
    if (std::rename(draft.c_str(), path.c_str()) != 0) return cannot_write(path);
    return {};
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace net
