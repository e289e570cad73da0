// Runs one Host as a process over real sockets until it is told to stop: what the mains call.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/host/host.h"

namespace net {

struct ServeOptions {
    std::string program;  // for messages: "mock-genesys"
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    std::string port_file;   // written atomically after listening; empty: none
    std::string store;       // SQLite file; empty: nothing outlives the process
    std::string trace_file;  // one JSON line per Trace; empty: none
    bool tls = false;        // also listen with TLS, relayed to the plain origin
    std::uint16_t tls_port = 0;
    std::string tls_port_file;
    std::string certificate_directory;  // of the generated local CA and its certificates: ca.pem, server.pem,
                                        // server.key
    std::vector<std::string> certificate_names;  // beside localhost: "api.mypurecloud.de", "*.example.org"
    double time_scale = 1;                       // virtual seconds per real second, for live tests
    std::size_t body_bytes_max = 1024UL * 1024;
};

inline constexpr int exit_ok = 0;
inline constexpr int exit_usage = 2;
inline constexpr int exit_invalid_input = 3;
inline constexpr int exit_infrastructure = 4;

// Listens, prints "<program> ready on http://127.0.0.1:PORT" (and "https://...") on stdout, runs until
// SIGTERM or SIGINT (drains in-flight requests; a second signal stops at once), returns an exit code. A port
// in use, a missing certificate or an unwritable store is one line on stderr and exit_infrastructure.
int serve(std::unique_ptr<host::Host> host, const ServeOptions& options);

}  // namespace net
