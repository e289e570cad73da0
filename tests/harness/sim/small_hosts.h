// Hosts that are small enough to be obviously right: what the world's tests run.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/base/random.h"
#include "foundation/host/host.h"
#include "harness/sim/world.h"

namespace sim {

// Keeps effects until they are drained; subclasses say what to do on the inputs they care for.
class SmallHost : public host::Host {
  public:
    void handle(host::Input input, base::Now now) override {
        now_ = now;
        std::visit(host::Overloaded{
                       [this](const host::Restored& restored) { on_restored(restored); },
                       [this](host::RequestArrived arrived) { on_request(std::move(arrived)); },
                       [this](const host::CallFinished& finished) { on_finished(finished); },
                       [this](host::StreamClosed closed) { on_closed(closed); },
                       [this](host::TimeReached) { on_time(); },
                   },
                   std::move(input));
    }
    std::vector<host::Effect> drain() override { return std::exchange(effects_, {}); }
    std::optional<host::Wakeup> next_wakeup() const override { return std::nullopt; }

  protected:
    virtual void on_restored(const host::Restored&) {}
    virtual void on_request(host::RequestArrived arrived) {
        emit(host::Respond{arrived.id, {200, {}, arrived.request.body}});
    }
    virtual void on_finished(const host::CallFinished&) {}
    virtual void on_closed(host::StreamClosed closed) {
        emit(host::Trace{"stream.closed", {{"id", std::to_string(closed.id.value)}}});
    }
    virtual void on_time() {}

    void emit(host::Effect effect) { effects_.push_back(std::move(effect)); }
    base::Now now() const { return now_; }

  private:
    base::Now now_{};
    std::vector<host::Effect> effects_;
};

// Answers every request with its own body.
class Echo : public SmallHost {};

// Never answers.
class Mute : public SmallHost {
    void on_request(host::RequestArrived) override {}
};

// Passes every request on to an origin and answers with what came back: 502 and the failure's name if nothing
// did.
class Relay : public SmallHost {
  public:
    Relay(std::string origin, base::Duration timeout) : origin_(std::move(origin)), timeout_(timeout) {}

  private:
    void on_request(host::RequestArrived arrived) override {
        const host::CallId call{++last_call_};
        waiting_.emplace(call, arrived.id);
        arrived.request.headers = {};
        emit(host::Call{call, origin_, std::move(arrived.request), timeout_});
    }
    void on_finished(const host::CallFinished& finished) override {
        const host::RequestId request = waiting_.extract(finished.id).mapped();
        const auto* const failure = std::get_if<host::TransportFailure>(&finished.result);
        http::Response answer = failure != nullptr ? http::Response{502, {}, std::string(name_of(*failure))}
                                                   : std::get<http::Response>(finished.result);
        emit(host::Respond{request, std::move(answer)});
    }

    std::string origin_;
    base::Duration timeout_;
    std::uint64_t last_call_ = 0;
    std::map<host::CallId, host::RequestId> waiting_;
};

// Writes every body down and acknowledges; GET tells how many lines it knows.
class Notebook : public SmallHost {
    void on_restored(const host::Restored& restored) override {
        lines_ = restored.records.size();
        emit(host::Trace{"notebook.restored", {{"lines", std::to_string(lines_)}}});
    }
    void on_request(host::RequestArrived arrived) override {
        if (arrived.request.method == "GET")
            return emit(host::Respond{arrived.id, {200, {}, std::to_string(lines_)}});
        const std::string key = "line/" + std::to_string(++lines_);
        emit(host::Trace{"notebook.writes", {{"key", key}}});
        emit(host::Persist{{{key, arrived.request.body}}});
        emit(host::Respond{arrived.id, {201, {}, key}});
    }

    std::size_t lines_ = 0;
};

// GET opens a stream, POST sends its body to all of them, DELETE closes them.
class Streamer : public SmallHost {
    void on_request(host::RequestArrived arrived) override {
        if (arrived.request.method == "GET") {
            streams_.push_back(arrived.id);
            return emit(host::AcceptStream{arrived.id, {{"Content-Type", "text/event-stream"}}});
        }
        for (const host::RequestId stream : streams_) {
            if (arrived.request.method == "POST") emit(host::Send{stream, arrived.request.body});
            if (arrived.request.method == "DELETE") emit(host::CloseStream{stream});
        }
        emit(host::Respond{arrived.id, {204, {}, {}}});
    }

    std::vector<host::RequestId> streams_;
};

// Traces a number drawn from its seed, at every period, up to a number of times.
class Ticker : public SmallHost {
  public:
    Ticker(std::uint64_t seed, base::Duration period, int times)
        : random_(seed), period_(period), left_(times) {}
    std::optional<host::Wakeup> next_wakeup() const override {
        if (left_ == 0) return std::nullopt;
        return host::Wakeup{due_, "next tick"};
    }

  private:
    void on_restored(const host::Restored&) override { due_ = now().monotonic + period_; }
    void on_time() override {
        if (now().monotonic < due_) return emit(host::Trace{"early", {}});
        emit(host::Trace{"tick", {{"drawn", std::to_string(random_.below(1'000'000))}}});
        due_ = now().monotonic + period_;
        --left_;
    }

    base::Random random_;
    base::Duration period_;
    int left_;
    base::TimePoint due_{};
};

// Answers a request with the effects that a function makes of it.
class Custom : public SmallHost {
  public:
    using Effects = std::vector<host::Effect>;
    explicit Custom(std::function<Effects(const host::RequestArrived&)> make) : make_(std::move(make)) {}

  private:
    void on_request(host::RequestArrived arrived) override {
        for (host::Effect& effect : make_(arrived)) emit(std::move(effect));
    }

    std::function<Effects(const host::RequestArrived&)> make_;
};

template <class Kind, class... Arguments>
HostFactory always(const Arguments&... arguments) {
    return [=](std::uint64_t) { return std::make_unique<Kind>(arguments...); };
}

inline http::Request request_of(std::string method, std::string target, std::string body = {}) {
    return {std::move(method), std::move(target), {}, std::move(body)};
}

// "200 body", "refused", or "nothing yet".
inline std::string text_of(const std::optional<Reply>& reply) {
    if (!reply) return "nothing yet";
    if (const auto* const failure = std::get_if<host::TransportFailure>(&*reply))
        return std::string(name_of(*failure));
    const auto& response = std::get<http::Response>(*reply);
    return std::to_string(response.status) + (response.body.empty() ? "" : " " + response.body);
}

// Calls and runs until the reply is there.
inline std::string exchange(World& world, std::string_view origin, http::Request request,
                            base::Duration timeout = std::chrono::seconds{10}) {
    const ReplyId id = world.send(origin, std::move(request), timeout);
    std::optional<Reply> reply;
    world.run_until([&] { return (reply = world.take_reply(id)).has_value(); }, timeout * 2);
    return text_of(reply);
}

inline std::size_t lines_with(const World& world, std::string_view part) {
    std::size_t count = 0;
    for (const std::string& line : world.trace()) count += line.contains(part) ? 1U : 0U;
    return count;
}

}  // namespace sim
