// Which situations a campaign has seen, and which it has never reached.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "harness/explore/play.h"

namespace explore {

class Coverage {
  public:
    void add(const std::vector<scenario::Step>& steps, const Played& played);
    std::size_t seen() const { return seen_.size(); }
    // Kinds of steps and moves of the handover that were never reached.
    std::vector<std::string> never_reached() const;
    // "step customer.says 1204", one line each, for people.
    std::string table() const;

  private:
    std::map<std::string, std::size_t> seen_;  // runs, by situation
};

}  // namespace explore
