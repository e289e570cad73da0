// Writing to a socket without waiting and without signals.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace net {

enum class Next {
    Nothing,
    More
};  // More: the kernel may hold the bytes back to send them with the next ones

// How many of the bytes the socket took now; nullopt when the connection is broken.
std::optional<std::size_t> write_now(int descriptor, std::string_view bytes, Next next = Next::Nothing);

// Ends our side after everything written so far; the peer's side stays open.
void end_writing(int descriptor);
// Ends both sides; whoever reads from the socket sees its end.
void end_both_ways(int descriptor);

}  // namespace net
