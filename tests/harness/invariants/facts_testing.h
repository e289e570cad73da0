// Shows facts to one promise.
#pragma once

#include <string>
#include <utility>

#include "harness/invariants/promises.h"
#include "harness/invariants/watch.h"

namespace invariants {

using namespace std::chrono_literals;

// Facts one after another, a second apart unless told otherwise.
class Showing {
  public:
    explicit Showing(PromisePtr promise) : watch_(one(std::move(promise))) {}

    Showing& see(Fact fact, base::Duration later = 1s) {
        now_ += later;
        watch_.see(now_, std::move(fact));
        return *this;
    }
    // What was broken; empty: nothing.
    std::string broken() const { return watch_.broken() ? watch_.broken()->what : ""; }
    std::string missing() const {
        const auto missing = watch_.missing();
        return missing ? missing->what : "";
    }
    // The facts that show it.
    std::vector<std::string> story() const {
        return watch_.broken() ? watch_.broken()->story : watch_.missing()->story;
    }

  private:
    static std::vector<PromisePtr> one(PromisePtr promise) {
        std::vector<PromisePtr> promises;
        promises.push_back(std::move(promise));
        return promises;
    }
    base::Duration now_{};
    Watch watch_;
};

// Carla writes as carla@, dora as dora@.
inline LineWritten written(const std::string& customer, const std::string& message, const std::string& text) {
    return {customer, customer + "@", "user-" + customer, message, text};
}
inline LineAcknowledged acknowledged(const std::string& message) { return {"carla", message}; }
inline InboundTaken taken(const std::string& message, const std::string& text,
                          const std::string& conversation = "c1", const std::string& address = "carla@") {
    return {conversation, "g" + message, message, address, text, {}};
}
inline OutboundSaid said(const std::string& message, const std::string& text = "hi",
                         const std::string& conversation = "c1") {
    return {conversation, message, "ann", text};
}
inline OutputSeen shown(const std::string& message, const std::string& text = "hi",
                        const std::string& customer = "carla") {
    return {customer, "agent", message, text};
}
inline StatusSeen status(const std::string& name, std::int64_t generation = 1) {
    return {"carla", name, generation};
}
inline WebhookConcluded delivered(const std::string& message, std::int64_t attempt = 1) {
    return {message, attempt, 200, "delivered"};
}

}  // namespace invariants
