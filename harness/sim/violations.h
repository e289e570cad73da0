// Broken contracts: each is a find, with its story.
#pragma once

#include <string>
#include <vector>

namespace sim {

enum class OnViolation { Abort, Collect };

class Violations {
  public:
    explicit Violations(OnViolation on_violation) : on_violation_(on_violation) {}

    // Stops the program, or remembers the story; the same story is remembered once, stories_max are kept.
    void report(std::string story);
    const std::vector<std::string>& stories() const { return stories_; }

    static constexpr std::size_t stories_max = 100;

  private:
    OnViolation on_violation_;
    std::vector<std::string> stories_;
};

}  // namespace sim
