// What a table of driver behaviours needs of a driver: to run Hosts, to call them from outside, to crash
// them, and to let time pass. The same test bodies run against the real driver and the simulated one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/host/host.h"

namespace driver {

// What Hosts saw, in order: they write it (from whatever thread runs them), tests read it.
class Journal {
  public:
    void note(std::string line);
    std::vector<std::string> lines() const;
    std::size_t count(const std::string& line) const;

    // Returns when something has been noted since `seen` notes, or the deadline has passed.
    std::uint64_t await_change(std::uint64_t seen, std::chrono::steady_clock::time_point deadline) const;
    void changed();

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable condition_;
    std::vector<std::string> lines_;
    std::uint64_t changes_ = 0;
};

using HostFactory = std::function<std::unique_ptr<host::Host>()>;
using Reply = std::variant<http::Response, host::TransportFailure>;
using Ticket = std::uint64_t;  // of a call or a stream from outside

enum class Reading { Running, Stalled };

class Rig {
  public:
    Rig() = default;
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;
    virtual ~Rig() = default;

    Journal& journal() { return journal_; }

    // Starts a Host with a store of its own.
    virtual void add(const std::string& name, HostFactory factory) = 0;
    virtual std::string origin(const std::string& name) const = 0;
    // An origin where nobody listens.
    virtual std::string nowhere() = 0;
    // Ends the Host at once; its store keeps what was persisted.
    virtual void crash(const std::string& name) = 0;
    virtual void restart(const std::string& name) = 0;

    virtual Ticket send(const std::string& name, http::Request request) = 0;
    // nullopt while there is none.
    virtual std::optional<Reply> reply(Ticket ticket) = 0;

    virtual Ticket open_stream(const std::string& name, const std::string& target, Reading reading) = 0;
    // Everything that has been read so far. Not for a stalled reader.
    virtual std::string bytes(Ticket ticket) = 0;
    virtual bool is_open(Ticket ticket) = 0;
    virtual void hang_up(Ticket ticket) = 0;

    // Lets time pass until the condition holds; false when it does not within any sensible time.
    virtual bool run_until(const std::function<bool()>& condition) = 0;

    // For convenience.
    std::optional<http::Response> ask(const std::string& name, http::Request request);

  private:
    Journal journal_;
};

}  // namespace driver
