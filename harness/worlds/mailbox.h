// Where the network thread leaves what came, and the runner's thread picks it up.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "harness/runner/world.h"

namespace worlds {

// Any thread may call any method.
class Mailbox {
  public:
    void put_reply(runner::ReplyId id, runner::Reply reply);
    std::optional<runner::Reply> take_reply(runner::ReplyId id);

    void open_feed(runner::FeedId id);
    void put_bytes(runner::FeedId id, std::string_view bytes);
    void close_feed(runner::FeedId id);
    std::string take_bytes(runner::FeedId id);
    bool is_open(runner::FeedId id) const;

    // Returns true as soon as `done` holds, which is asked at first and whenever something was put; false at
    // the deadline. `done` runs on the calling thread and may use the mailbox.
    bool wait(const std::function<bool()>& done, std::chrono::steady_clock::time_point deadline);
    // Every wait(), now and later, returns without waiting.
    void stop();
    bool is_stopped() const;

  private:
    struct Feed {
        std::string bytes;
        bool is_open = true;
    };
    void changed();

    mutable std::mutex mutex_;
    std::condition_variable condition_;
    std::uint64_t changes_ = 0;
    bool is_stopped_ = false;
    std::map<runner::ReplyId, runner::Reply> replies_;
    std::map<runner::FeedId, Feed> feeds_;
};

}  // namespace worlds
