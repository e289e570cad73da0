// A small world for tests of the runner: answers requests by a function, feeds what the test pushes, and has
// a clock that jumps to the next thing that was planned.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "harness/runner/world.h"

namespace runner {

class FakeWorld : public World {
  public:
    using Answer = std::function<std::optional<Reply>(Place, const http::Request&)>;

    // Without an answer function everything is answered 200 {}; nullopt never answers.
    Answer answer = [](Place, const http::Request&) { return ok("{}"); };
    std::vector<http::Request> requests;  // in the order sent
    std::optional<std::string> crash_error;
    std::string settle_text = "no event pending within 120s";
    std::vector<std::string> trace_lines;

    static Reply ok(std::string body) { return http::Response{200, {}, std::move(body)}; }
    static Reply refusal(int status, const std::string& code) {
        return http::Response{status, {}, "{\"code\":\"" + code + "\",\"message\":\"no\"}"};
    }

    // Bytes on every feed whose target contains this, now or later.
    void push(const std::string& target, const std::string& bytes) {
        for (auto& [id, feed] : feeds_)
            if (feed.is_open && feed.target.find(target) != std::string::npos) feed.bytes += bytes;
    }
    void push_at(base::Duration when, const std::string& target, const std::string& bytes) {
        at(when, [this, target, bytes] { push(target, bytes); });
    }
    void at(base::Duration when, std::function<void()> what) { plan_.emplace(when, std::move(what)); }
    void end_feeds() {
        for (auto& [id, feed] : feeds_) feed.is_open = false;
    }
    const std::vector<http::Request>& opened() const { return opened_; }

    std::string_view name() const override { return "simulated"; }
    base::Duration now() const override { return now_; }
    ReplyId send(Place to, http::Request request) override {
        const ReplyId id = ++last_id_;
        if (auto reply = answer(to, request)) replies_.emplace(id, *std::move(reply));
        requests.push_back(std::move(request));
        return id;
    }
    std::optional<Reply> take_reply(ReplyId id) override {
        auto node = replies_.extract(id);
        if (node.empty()) return std::nullopt;
        return std::move(node.mapped());
    }
    FeedId open_feed(Place, http::Request request) override {
        feeds_[++last_id_] = {request.target, {}, true};
        opened_.push_back(std::move(request));
        return last_id_;
    }
    std::string take_bytes(FeedId id) override { return std::exchange(feeds_[id].bytes, {}); }
    bool is_open(FeedId id) const override { return feeds_.at(id).is_open; }
    bool wait(const std::function<bool()>& done, base::Duration limit) override {
        const base::Duration end = now_ + limit;
        while (!done()) {
            if (plan_.empty() || plan_.begin()->first > end) {
                now_ = end;
                return done();
            }
            take_next();
        }
        return true;
    }
    std::string settle(base::Duration horizon) override {
        const base::Duration end = now_ + horizon;
        while (!plan_.empty() && plan_.begin()->first <= end) take_next();
        return settle_text;
    }
    std::optional<std::string> crash(Place) override { return crash_error; }
    std::optional<std::string> restart(Place) override { return std::nullopt; }
    std::vector<std::string> trace() const override { return trace_lines; }

  private:
    struct OpenFeed {
        std::string target;
        std::string bytes;
        bool is_open = false;
    };
    void take_next() {
        auto node = plan_.extract(plan_.begin());
        now_ = std::max(now_, node.key());
        node.mapped()();
    }

    base::Duration now_{};
    std::uint64_t last_id_ = 0;
    std::map<ReplyId, Reply> replies_;
    std::map<FeedId, OpenFeed> feeds_;
    std::vector<http::Request> opened_;
    std::multimap<base::Duration, std::function<void()>> plan_;
};

// "id: 1\nevent: output\ndata: {...}\n\n"
inline std::string chat_event(int id, const std::string& event, const std::string& data) {
    return "id: " + std::to_string(id) + "\nevent: " + event + "\ndata: " + data + "\n\n";
}
inline std::string output_event(int id, const std::string& text) {
    return chat_event(
        id, "output",
        R"({"text":")" + text + R"(","source":"bot","messageId":"m)" + std::to_string(id) + "\"}");
}

}  // namespace runner
