#include "mock-genesys/service/event_feed.h"

#include <algorithm>
#include <utility>

namespace mock {
namespace {

std::string frame(std::uint64_t number, const Event& event) {
    return "id: " + std::to_string(number) + "\nevent: " + std::string(event.kind) +
           "\ndata: " + encode_event(event) + "\n\n";
}

}  // namespace

std::vector<host::Effect> EventFeed::publish(Event event) {
    std::vector<host::Effect> effects;
    effects.emplace_back(trace_of(event));
    ++last_;
    if (!streams_.empty()) {
        const std::string bytes = frame(last_, event);
        for (const host::RequestId stream : streams_) effects.emplace_back(host::Send{stream, bytes});
    }
    if (events_.size() == feed_events_max) events_.pop_front();
    events_.push_back(std::move(event));
    return effects;
}

std::vector<host::Effect> EventFeed::open(host::RequestId request, std::uint64_t cursor) {
    streams_.insert(request);
    std::vector<host::Effect> effects{
        host::AcceptStream{request, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-cache"}}}};
    const std::uint64_t first_kept = last_ - events_.size() + 1;
    const std::uint64_t first = std::max(first_kept, std::min(cursor, last_) + 1);
    std::string replay;
    for (std::uint64_t number = first; number <= last_; ++number)
        replay += frame(number, events_[number - first_kept]);
    if (!replay.empty()) effects.emplace_back(host::Send{request, std::move(replay)});
    return effects;
}

}  // namespace mock
