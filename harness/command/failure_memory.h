// Which scenarios failed when they were last played, for --last-failed.
#pragma once

#include <set>
#include <string>

namespace command {

inline constexpr std::size_t remembered_max = 10'000;

class FailureMemory {
  public:
    // An empty path remembers nothing.
    explicit FailureMemory(std::string path) : path_(std::move(path)) {}

    // The names as they were shown; empty if nothing is known.
    std::set<std::string> recall() const;
    // Forgets what of `played` has passed, adds `failed`, keeps the rest. A file that cannot be written is no
    // failure of the run.
    void update(const std::set<std::string>& played, const std::set<std::string>& failed) const;

  private:
    std::string path_;
};

}  // namespace command
