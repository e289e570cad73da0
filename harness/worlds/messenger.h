// Sends requests over real sockets and waits for their answers.
#pragma once

#include <chrono>
#include <vector>

#include "foundation/net/http_client.h"
#include "harness/doctor/exchange.h"
#include "harness/worlds/mailbox.h"

namespace worlds {

class Messenger {
  public:
    // Nothing is sent once `time_limit` has passed since the construction; no single exchange takes longer
    // than `answer_limit`.
    Messenger(base::Duration time_limit, base::Duration answer_limit);

    // All at once; returns when each has its answer. Those for which no time is left come back as not asked.
    std::vector<doctor::Answer> ask(const std::vector<doctor::Errand>& errands);
    // Returns after that time.
    void pause(base::Duration duration);

  private:
    using SteadyClock = std::chrono::steady_clock;

    SteadyClock::time_point end_;
    base::Duration answer_limit_;
    std::uint64_t last_id_ = 0;
    Mailbox mailbox_;
    net::HttpClient client_;  // the last member: no callback runs once it is gone
};

}  // namespace worlds
