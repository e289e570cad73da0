// Which of the scenarios that were found are played.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/command/loaded_scenario.h"

namespace command {

// What the command line asks for; everything that is given must hold.
struct SelectionSettings {
    std::vector<std::string> tags;  // one of these; "!slow": none of these
    std::string grep;               // ECMAScript, found in path, case or title; empty: any
    std::string case_name;          // of one row of a matrix; empty: any
};

class Selection {
  public:
    // The error is a sentence: the expression is none.
    static std::expected<Selection, std::string> make(const SelectionSettings& settings);
    // Only scenarios of these names, see shown_name().
    void only(std::set<std::string> names) { names_ = std::move(names); }

    bool includes(const LoadedScenario& loaded) const;

  private:
    struct Expression;
    bool has_wanted_tag(const std::vector<std::string>& tags) const;

    std::set<std::string> wanted_tags_;
    std::set<std::string> unwanted_tags_;
    std::shared_ptr<const Expression> grep_;  // keeps <regex> out of this header
    std::string case_name_;
    std::optional<std::set<std::string>> names_;
};

}  // namespace command
