// SIGTERM and SIGINT as something a thread can wait for.
#pragma once

#include <optional>

#include "foundation/base/time.h"
#include "foundation/net/descriptor.h"

namespace net {

// Blocks both signals in the calling thread, and so in every thread that it starts later: make it first,
// before any thread.
class StopSignal {
  public:
    StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    ~StopSignal();

    enum class Heard { Signal, Notice, Nothing };
    // Waits for a signal or notice(), for ever without a limit. Each is heard once.
    Heard wait(std::optional<base::Duration> at_most = std::nullopt);
    // From any thread: something inside the process has happened.
    void notice();

  private:
    Descriptor signals_;
    Descriptor notices_;
};

}  // namespace net
