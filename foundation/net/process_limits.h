// Settings of the whole process that a server over sockets depends on.
#pragma once

#include <cstdint>

namespace net {

// As many descriptors as the system lets us have, and a write to a broken pipe is an error instead of a
// signal.
void prepare_process_for_sockets();

// Gives the listening socket at that port of this process a longer queue of connections that wait to be
// accepted.
void lengthen_accept_queue(std::uint16_t port);

}  // namespace net
