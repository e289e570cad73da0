// What one connection may cost this process. Whatever a peer can make grow is bounded here.
#pragma once

#include <cstddef>

#include "foundation/base/time.h"

namespace net {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

struct Limits {
    std::size_t head_bytes_max = 16 * kibibyte;  // request line and fields; more is answered 431
    std::size_t body_bytes_max = mebibyte;       // after chunks are joined; more is answered 413
    std::size_t pipelined_bytes_max =
        256 * kibibyte;  // received behind an unanswered request, beside one full request
    std::size_t stream_bytes_max =
        mebibyte;                          // that a stream's reader has not taken yet; more ends the stream
    std::size_t connections_max = 10'000;  // more are answered 503
    base::Duration idle_max = std::chrono::seconds(300);  // for the next complete request to come
    base::Duration stall_max = std::chrono::seconds(30);  // for a reader to take at least one byte
    base::Duration linger_max = std::chrono::seconds(5);  // for the peer to close after we have
};

}  // namespace net
