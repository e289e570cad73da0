#include "harness/sim/actors.h"

#include <utility>

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

std::string Actors::take_bytes(StreamId id) { return std::exchange(streams_.at(id).taken, {}); }

std::size_t Actors::arrived(StreamId id, std::string bytes) {
    Stream& stream = streams_.at(id);
    if (stream.reading == Reading::Stalled) {
        stream.unread += bytes;
        return 0;
    }
    stream.taken += bytes;
    return bytes.size();
}

std::size_t Actors::set_reading(StreamId id, Reading reading) {
    Stream& stream = streams_.at(id);
    stream.reading = reading;
    if (reading == Reading::Stalled) return 0;
    stream.taken += stream.unread;
    return std::exchange(stream.unread, {}).size();
}

void Actors::ended(StreamId id) {
    set_reading(id, Reading::Running);
    streams_.at(id).open = false;
}

}  // namespace sim
