#include "foundation/net/shared_lines.h"

#include <utility>

namespace net {

std::expected<SharedLines, std::string> SharedLines::open(const std::string& path) {
    std::ofstream file;
    file.rdbuf()->pubsetbuf(nullptr, 0);  // a line is one write
    file.open(path, std::ios::app | std::ios::binary);
    if (!file)
        return std::unexpected("the file " + path +
                               " cannot be written; check that its directory exists and is writable");
    return SharedLines(std::move(file));
}

bool SharedLines::append(std::string_view line) {
    file_ << std::string(line) + '\n';
    return static_cast<bool>(file_);
}

}  // namespace net
