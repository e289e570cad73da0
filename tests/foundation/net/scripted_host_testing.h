// A Host whose behaviour is a function of the test.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "foundation/host/host.h"

namespace net_testing {

class ScriptedHost : public host::Host {
  public:
    using Script = std::function<std::vector<host::Effect>(host::Input, base::Now)>;
    using Alarm = std::function<std::optional<host::Wakeup>()>;

    explicit ScriptedHost(
        Script script, Alarm alarm = [] { return std::nullopt; })
        : script_(std::move(script)), alarm_(std::move(alarm)) {}

    void handle(host::Input input, base::Now now) override { effects_ = script_(std::move(input), now); }
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override { return alarm_(); }

  private:
    Script script_;
    Alarm alarm_;
    std::vector<host::Effect> effects_;
};

// Answers every request with its target, and does nothing else.
inline std::unique_ptr<host::Host> echo_host() {
    return std::make_unique<ScriptedHost>([](const host::Input& input, base::Now) {
        std::vector<host::Effect> effects;
        if (const auto* arrived = std::get_if<host::RequestArrived>(&input))
            effects.emplace_back(host::Respond{arrived->id, {200, {}, arrived->request.target}});
        return effects;
    });
}

}  // namespace net_testing
