// Listens to a Host from outside: what it calls and what it is answered becomes facts that promises are
// judged by. It changes nothing of what goes in and out.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "foundation/host/host.h"
#include "harness/invariants/fact.h"

namespace worlds {

enum class Overheard { Genesys, Bridge };

class Eavesdropper : public host::Host {
  public:
    using Tell = std::function<void(invariants::Fact)>;

    // `life` tells the incarnations of a program apart; the facts of all of them go to `tell`.
    Eavesdropper(std::unique_ptr<host::Host> host, Overheard who, std::string life, Tell tell);

    void handle(host::Input input, base::Now now) override;
    std::vector<host::Effect> drain() override;
    std::optional<host::Wakeup> next_wakeup() const override { return host_->next_wakeup(); }

  private:
    void posted(const http::Request& webhook);
    void called(const host::Call& call);
    void finished(const host::CallFinished& finished);
    std::string name_of(host::CallId id) const;

    std::unique_ptr<host::Host> host_;
    Overheard who_;
    std::string life_;
    Tell tell_;
    std::map<host::CallId, invariants::ApiCalled::Kind> calls_;  // under way
};

}  // namespace worlds
