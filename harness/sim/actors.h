// What external actors hold: replies they wait for and streams they read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "harness/sim/exchange.h"

namespace sim {

class Actors {
  public:
    ReplyId expect_reply() { return ReplyId{next_id_++}; }
    void deliver(ReplyId id, Reply reply) { replies_.emplace(id, std::move(reply)); }
    // Once; nullopt if it has not come or was taken.
    std::optional<Reply> take_reply(ReplyId id);

    // Open from here; bind() tells which exchange it is. The functions below need an id that was given here.
    StreamId expect_stream();
    void bind(StreamId id, ExchangeId exchange) { stream(id).exchange = exchange; }
    ExchangeId exchange_of(StreamId id) const { return stream(id).exchange; }
    bool is_open(StreamId id) const { return stream(id).open; }
    std::string take_bytes(StreamId id);

    // How many bytes the reader takes out of the Host's buffer by this: all, or none while it is stalled.
    std::size_t arrived(StreamId id, std::string bytes);
    std::size_t set_reading(StreamId id, Reading reading);
    // What came before the end can still be taken.
    void ended(StreamId id);

  private:
    struct Stream {
        ExchangeId exchange;
        bool open = true;
        Reading reading = Reading::Running;
        std::string taken;   // read, and not handed out yet
        std::string unread;  // came while it was stalled
    };
    Stream& stream(StreamId id);
    const Stream& stream(StreamId id) const;

    std::map<ReplyId, Reply> replies_;
    std::map<StreamId, Stream> streams_;
    std::uint64_t next_id_ = 1;
};

}  // namespace sim
