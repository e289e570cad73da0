#include "harness/sim/actors.h"

#include <utility>

#include "foundation/base/check.h"

namespace sim {

std::optional<Reply> Actors::take_reply(ReplyId id) {
    auto node = replies_.extract(id);
    if (node.empty()) return std::nullopt;
    return std::move(node.mapped());
}

StreamId Actors::expect_stream() {
    const StreamId id{next_id_++};
    streams_.emplace(id, Stream{});
    return id;
}

std::string Actors::take_bytes(StreamId id) { return std::exchange(stream(id).taken, {}); }

std::size_t Actors::arrived(StreamId id, std::string bytes) {
    Stream& found = stream(id);
    if (found.reading == Reading::Stalled) {
        found.unread += bytes;
        return 0;
    }
    const std::size_t size = bytes.size();
    if (found.taken.empty()) {
        found.taken = std::move(bytes);
    } else {
        found.taken += bytes;
    }
    return size;
}

std::size_t Actors::set_reading(StreamId id, Reading reading) {
    Stream& found = stream(id);
    found.reading = reading;
    if (reading == Reading::Stalled) return 0;
    found.taken += found.unread;
    return std::exchange(found.unread, {}).size();
}

void Actors::ended(StreamId id) {
    set_reading(id, Reading::Running);
    stream(id).open = false;
}

Actors::Stream& Actors::stream(StreamId id) {
    const auto found = streams_.find(id);
    base::check(found != streams_.end(), "only streams that were opened here are asked about");
    return found->second;
}

const Actors::Stream& Actors::stream(StreamId id) const {
    const auto found = streams_.find(id);
    base::check(found != streams_.end(), "only streams that were opened here are asked about");
    return found->second;
}

}  // namespace sim
