// The small scripted virtual agent: what it answers is decided by the rules of the configuration file alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "bridge/core/handover.h"
#include "bridge/core/settings.h"

namespace bridge {

class Bot {
  public:
    struct Silence {};
    using Decision = std::variant<Silence, Say, HandoverNode>;

    explicit Bot(BotScript script) : script_(std::move(script)) {}

    const std::string& greeting() const { return script_.greeting; }
    // The action of the first rule that matches; Silence if none does.
    Decision answer(std::string_view customer_text) const;
    // Whether a line has that intent. False for one that the script does not know.
    bool has_intent(const std::string& intent, std::string_view customer_text) const;
    // What it says when a handover has come to that status.
    const Say& reaction(HandoverStatus status) const;

  private:
    BotScript script_;
};

}  // namespace bridge
