// What one input leads to: records to be stored, and effects that run when those are durable. A program that
// collects both and stores first cannot acknowledge, show or send what a crash would take back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/base/time.h"
#include "foundation/host/host.h"

namespace bridge {

class Turn {
  public:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    // `random` must outlive it.
    Turn(base::Now now, base::Random& random) : now_(now), random_(random) {}

    const base::Now& now() const { return now_; }
    base::Random& random() { return random_; }

    // The last word about a key counts.
    void store(std::string key, std::string value) { records_[std::move(key)] = std::move(value); }
    void erase(std::string key) { records_[std::move(key)] = std::nullopt; }
    void run(host::Effect effect) { effects_.push_back(std::move(effect)); }
    void trace(std::string event, Fields fields) { run(host::Trace{std::move(event), std::move(fields)}); }

    // One Persist, if anything is to be stored, then the effects in order; empty afterwards.
    std::vector<host::Effect> finish();

  private:
    base::Now now_;
    base::Random& random_;
    std::map<std::string, std::optional<std::string>> records_;
    std::vector<host::Effect> effects_;
};

}  // namespace bridge
