#include "tests/driver/small_hosts_testing.h"

namespace driver {

void NotingHost::handle(host::Input input, base::Now now) {
    now_ = now.monotonic;
    std::visit(host::Overloaded{[this](const host::Restored& restored) {
                                    note("restored");
                                    on_restored(restored);
                                },
                                [this](host::RequestArrived arrived) {
                                    note("request " + arrived.request.target);
                                    on_request(std::move(arrived));
                                },
                                [this](const host::CallFinished& finished) { on_finished(finished); },
                                [this](host::StreamClosed closed) {
                                    note("closed");
                                    on_closed(closed);
                                },
                                [this](host::TimeReached) { on_time(); }},
               std::move(input));
}

void Echo::on_request(host::RequestArrived arrived) {
    emit(host::Respond{arrived.id, {200, {}, std::move(arrived.request.body)}});
}

void Held::on_request(host::RequestArrived arrived) {
    waiting_.push_back(arrived.id);
    if (arrived.request.target != "/release") return;
    for (const host::RequestId id : std::exchange(waiting_, {})) emit(host::Respond{id, {200, {}, "late"}});
}

std::optional<host::Wakeup> Sluggish::next_wakeup() const {
    if (waiting_.empty()) return std::nullopt;
    return host::Wakeup{waiting_.begin()->first, "answer"};
}

void Sluggish::on_request(host::RequestArrived arrived) { waiting_.emplace(now() + after_, arrived.id); }

void Sluggish::on_time() {
    while (!waiting_.empty() && waiting_.begin()->first <= now()) {
        emit(host::Respond{waiting_.begin()->second, {200, {}, "late"}});
        waiting_.erase(waiting_.begin());
    }
}

void Caller::on_request(host::RequestArrived arrived) {
    asked_ = arrived.id;
    for (std::size_t i = 0; i < plan_.calls; ++i) {
        const host::CallId id{++last_call_.value};
        emit(host::Call{id, plan_.origin, {"POST", "/called", {}, body_of(id)}, plan_.timeout});
        ++unfinished_;
    }
}

void Caller::on_finished(const host::CallFinished& finished) {
    if (const auto* failure = std::get_if<host::TransportFailure>(&finished.result)) {
        note("finished: " + std::string(host::name_of(*failure)));
    } else {
        const auto& response = std::get<http::Response>(finished.result);
        note("finished: " + std::to_string(response.status));
        if (response.body == body_of(finished.id)) ++echoed_;
    }
    if (--unfinished_ > 0 || !asked_) return;
    emit(host::Respond{*std::exchange(asked_, std::nullopt), {200, {}, std::to_string(echoed_)}});
}

std::string Caller::body_of(host::CallId id) const {
    std::string body = std::to_string(id.value);
    body.resize(std::max(plan_.body_bytes, body.size()), 'x');
    return body;
}

std::optional<host::Wakeup> Ticker::next_wakeup() const {
    if (next_ == times_.size()) return std::nullopt;
    return host::Wakeup{started_ + times_[next_], "tick"};
}

void Ticker::on_time() {
    if (next_ == times_.size()) return note("woken for nothing");
    note(now() < started_ + times_[next_] ? "woken early" : "woken " + std::to_string(next_));
    ++next_;
}

void Notebook::on_restored(const host::Restored& restored) {
    for (const host::Record& record : restored.records) notes_[record.key] = *record.value;
}

void Notebook::on_request(host::RequestArrived arrived) {
    const http::Request& request = arrived.request;
    if (request.method == "POST") store({request.target, request.body});
    if (request.method == "DELETE") store({request.target, std::nullopt});
    std::string all;
    if (request.method == "GET")
        for (const auto& [key, value] : notes_) all += key + "=" + value + ";";
    emit(host::Respond{arrived.id, {200, {}, all}});
}

void Notebook::store(const host::Record& record) {
    if (record.value)
        notes_[record.key] = *record.value;
    else
        notes_.erase(record.key);
    emit(host::Persist{{record}});
}

void Streamer::on_request(host::RequestArrived arrived) {
    const std::string& target = arrived.request.target;
    if (arrived.request.method == "GET") {
        emit(host::AcceptStream{arrived.id, {{"Content-Type", "text/event-stream"}}});
        open_.push_back(arrived.id);
        return;
    }
    emit(host::Respond{arrived.id, {}});
    if (target == "/say") say(arrived.request.body);
    if (target == "/flood")
        for (std::size_t i = 0; i < flood_pieces; ++i) say(std::string(flood_piece_bytes, 'x'));
    if (target == "/close")
        for (const host::RequestId id : open_) emit(host::CloseStream{id});
}

void Streamer::say(const std::string& bytes) {
    for (const host::RequestId id : open_) emit(host::Send{id, bytes});
}

}  // namespace driver
