// Lines at the end of a file that several processes write at once.
#pragma once

#include <expected>
#include <fstream>
#include <string>
#include <string_view>

namespace net {

class SharedLines {
  public:
    // Creates the file if it is not there; what is in it stays. The error is a sentence for people.
    static std::expected<SharedLines, std::string> open(const std::string& path);

    // Hands the line to the system in one piece, so that it stands between whole lines of others. False when
    // the file could not take it.
    bool append(std::string_view line);

  private:
    explicit SharedLines(std::ofstream file) : file_(std::move(file)) {}
    std::ofstream file_;
};

}  // namespace net
