// Hosts that are small enough to be obviously right; each notes what it sees.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/host/host.h"
#include "tests/driver/driver_rig_testing.h"

namespace driver {

// Keeps effects until they are drained and notes every input; subclasses say what to do.
class NotingHost : public host::Host {
  public:
    explicit NotingHost(Journal& journal) : journal_(journal) {}

    void handle(host::Input input, base::Now now) final;
    std::vector<host::Effect> drain() final { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override { return std::nullopt; }

  protected:
    virtual void on_restored(const host::Restored&) {}
    // NOLINTNEXTLINE(performance-unnecessary-value-param): overriders keep it
    virtual void on_request(host::RequestArrived) {}
    virtual void on_finished(const host::CallFinished&) {}
    virtual void on_closed(host::StreamClosed) {}
    virtual void on_time() {}

    void emit(host::Effect effect) { effects_.push_back(std::move(effect)); }
    void note(std::string line) { journal_.note(std::move(line)); }
    base::TimePoint now() const { return now_; }

  private:
    Journal& journal_;
    base::TimePoint now_{};
    std::vector<host::Effect> effects_;
};

// Answers with the body of the request.
class Echo : public NotingHost {
  public:
    using NotingHost::NotingHost;

  private:
    void on_request(host::RequestArrived arrived) override;
};

// Never answers.
class Mute : public NotingHost {
  public:
    using NotingHost::NotingHost;
};

// Answers nothing until it is asked for "/release", then everything that waits.
class Held : public NotingHost {
  public:
    using NotingHost::NotingHost;

  private:
    void on_request(host::RequestArrived arrived) override;

    std::vector<host::RequestId> waiting_;
};

// Answers after a time.
class Sluggish : public NotingHost {
  public:
    Sluggish(Journal& journal, base::Duration after) : NotingHost(journal), after_(after) {}
    std::optional<host::Wakeup> next_wakeup() const override;

  private:
    void on_request(host::RequestArrived arrived) override;
    void on_time() override;

    base::Duration after_;
    std::multimap<base::TimePoint, host::RequestId> waiting_;
};

// "/go": makes so many calls, each with a body of so many bytes, and answers when all have finished, with how
// many brought the same body back. Notes "finished: 200" or "finished: timed out" for each.
class Caller : public NotingHost {
  public:
    struct Plan {
        std::string origin;
        std::size_t calls = 1;
        std::size_t body_bytes = 0;
        base::Duration timeout = std::chrono::seconds(20);
    };
    Caller(Journal& journal, Plan plan) : NotingHost(journal), plan_(std::move(plan)) {}

  private:
    void on_request(host::RequestArrived arrived) override;
    void on_finished(const host::CallFinished& finished) override;
    std::string body_of(host::CallId id) const;

    Plan plan_;
    host::CallId last_call_;
    std::optional<host::RequestId> asked_;
    std::size_t unfinished_ = 0;
    std::size_t echoed_ = 0;
};

// Wants to be woken at these times after its start; notes "woken" or, if it was, "woken early".
class Ticker : public NotingHost {
  public:
    Ticker(Journal& journal, std::vector<base::Duration> times)
        : NotingHost(journal), times_(std::move(times)) {}
    std::optional<host::Wakeup> next_wakeup() const override;

  private:
    void on_restored(const host::Restored&) override { started_ = now(); }
    void on_time() override;

    std::vector<base::Duration> times_;
    std::size_t next_ = 0;
    base::TimePoint started_{};
};

// POST: stores the body under the target and acknowledges. DELETE: erases it. GET: everything, "key=value;"
// each.
class Notebook : public NotingHost {
  public:
    using NotingHost::NotingHost;

  private:
    void on_restored(const host::Restored& restored) override;
    void on_request(host::RequestArrived arrived) override;
    void store(const host::Record& record);

    std::map<std::string, std::string> notes_;
};

// GET: opens a stream. POST "/say": its body goes to every stream. POST "/close": closes all. POST "/flood":
// more than any buffer holds. Notes "closed" for each StreamClosed.
class Streamer : public NotingHost {
  public:
    using NotingHost::NotingHost;
    static constexpr std::size_t flood_pieces = 300;
    static constexpr std::size_t flood_piece_bytes = 100'000;

  private:
    void on_request(host::RequestArrived arrived) override;
    void on_closed(host::StreamClosed closed) override { std::erase(open_, closed.id); }
    void say(const std::string& bytes);

    std::vector<host::RequestId> open_;
};

}  // namespace driver
