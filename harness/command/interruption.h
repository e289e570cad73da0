// SIGINT and SIGTERM as a stop token: what runs is given up, its files are removed, reports are written.
#pragma once

#include <stop_token>
#include <thread>

namespace command {

// One per process, made before any other thread. The first signal requests the stop; a second one ends the
// process at once with exit code 130, and what was started ends with it.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return source_.get_token(); }

  private:
    std::stop_source source_;
    std::jthread watcher_;  // a signal handler may only write to a pipe
};

}  // namespace command
