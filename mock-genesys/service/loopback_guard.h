// Who may use the control interface: programs on this machine, but no page of a foreign site in a browser on
// it.
#pragma once

#include "foundation/http/headers.h"

namespace mock {

// False if the Host header is there and not a loopback name (DNS rebinding), or an Origin is there and not a
// loopback one.
bool is_local(const http::Headers& headers);

}  // namespace mock
