#include "mock-genesys/service/event_feed.h"

#include <algorithm>
#include <utility>

namespace mock {
namespace {

std::string frame(std::uint64_t number, const Event& event) {
    std::string bytes = "id: " + std::to_string(number) + "\nevent: ";
    const std::string data = encode_event(event);
    bytes.reserve(bytes.size() + event.kind.size() + data.size() + 16);
    return bytes.append(event.kind).append("\ndata: ").append(data).append("\n\n");
}

}  // namespace

std::vector<host::Effect> EventFeed::publish(const Event& event) {
    std::vector<host::Effect> effects;
    if (traces_ == Traces::Told) effects.emplace_back(trace_of(event));
    if (frames_.size() == feed_events_max) frames_.pop_front();
    const std::string& bytes = frames_.emplace_back(frame(++last_, event));
    for (const host::RequestId stream : streams_) effects.emplace_back(host::Send{stream, bytes});
    return effects;
}

std::vector<host::Effect> EventFeed::open(host::RequestId request, std::uint64_t cursor) {
    streams_.insert(request);
    std::vector<host::Effect> effects{
        host::AcceptStream{request, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-cache"}}}};
    const std::uint64_t first_kept = last_ - frames_.size() + 1;
    const std::uint64_t first = std::max(first_kept, std::min(cursor, last_) + 1);
    std::string replay;
    for (std::uint64_t number = first; number <= last_; ++number) replay += frames_[number - first_kept];
    if (!replay.empty()) effects.emplace_back(host::Send{request, std::move(replay)});
    return effects;
}

}  // namespace mock
