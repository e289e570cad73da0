#include "foundation/net/serve.h"

#include <cstdio>
#include <expected>
#include <utility>

#include "foundation/net/certificates.h"
#include "foundation/net/engine.h"
#include "foundation/net/owned_file.h"
#include "foundation/net/server.h"
#include "foundation/net/stop_signal.h"
#include "foundation/net/tls_edge.h"
#include "foundation/net/trace_file.h"

namespace net {
namespace {

using Outcome = std::expected<void, std::string>;

constexpr base::Duration drain_max = std::chrono::seconds(10);
constexpr base::Duration drain_look_interval = std::chrono::milliseconds(2);

// Everything that runs, in the order in which it is started; it ends in the reverse order.
class Process {
  public:
    Process(std::unique_ptr<host::Host> host, const ServeOptions& options)
        : options_(options), host_(std::move(host)) {}

    Outcome start();
    void announce() const;
    // True when it was asked to stop, false when it cannot go on (failure() says why).
    bool run();
    const std::string& failure() const { return failure_; }

  private:
    Outcome start_engine();
    Outcome start_server();
    Outcome start_tls();
    Outcome open_trace_file();
    void drain();

    const ServeOptions& options_;
    StopSignal stop_;
    std::unique_ptr<host::Host> host_;
    std::optional<TraceFile> trace_;
    std::string failure_;  // written by the engine's thread before it gives notice
    std::unique_ptr<Engine> engine_;
    std::unique_ptr<Server> server_;
    std::unique_ptr<TlsEdge> tls_;
};

Outcome Process::start() {
    if (auto done = open_trace_file(); !done) return done;
    if (auto done = start_engine(); !done) return done;
    if (auto done = start_server(); !done) return done;
    if (options_.tls) return start_tls();
    return {};
}

Outcome Process::open_trace_file() {
    if (options_.trace_file.empty()) return {};
    auto opened = TraceFile::open(options_.trace_file);
    if (!opened) return std::unexpected(std::move(opened.error()));
    trace_.emplace(*std::move(opened));
    return {};
}

Outcome Process::start_engine() {
    EngineParts parts{.host = std::move(host_), .clock = Clock(options_.time_scale)};
    if (!options_.store.empty()) {
        auto store = Store::open(options_.store);
        if (!store) return std::unexpected(std::move(store.error()));
        parts.store.emplace(*std::move(store));
    }
    if (trace_) {
        parts.on_trace = [this](const host::Trace& trace, base::Now at) { trace_->write(trace, at.utc); };
        parts.on_batch_done = [this] { trace_->flush(); };
    }
    parts.on_failure = [this](std::string what) {
        failure_ = std::move(what);
        stop_.notice();
    };
    engine_ = std::make_unique<Engine>(std::move(parts));
    return engine_->start();
}

Outcome Process::start_server() {
    ServerOptions options{.address = options_.address, .port = options_.port};
    options.limits.body_bytes_max = options_.body_bytes_max;
    auto started =
        Server::start(options, [this](std::shared_ptr<Connection> connection, http::Request request) {
            engine_->request_arrived(std::move(connection), std::move(request));
        });
    if (!started) return std::unexpected(std::move(started.error()));
    server_ = *std::move(started);
    if (options_.port_file.empty()) return {};
    return write_atomically(options_.port_file, std::to_string(server_->port()) + "\n", Readers::Everybody);
}

Outcome Process::start_tls() {
    const auto files = ensure_certificates(options_.certificate_directory, options_.certificate_names);
    if (!files) return std::unexpected(files.error());
    TlsEdgeOptions options{.address = options_.address, .port = options_.tls_port};
    options.certificate_file = files->certificate;
    options.key_file = files->key;
    options.origin_address = options_.address;
    options.origin_port = server_->port();
    auto started = TlsEdge::start(options);
    if (!started) return std::unexpected(std::move(started.error()));
    tls_ = *std::move(started);
    if (options_.tls_port_file.empty()) return {};
    return write_atomically(options_.tls_port_file, std::to_string(tls_->port()) + "\n", Readers::Everybody);
}

void Process::announce() const {
    std::printf("%s ready on http://%s:%u\n", options_.program.c_str(), options_.address.c_str(),
                unsigned{server_->port()});
    if (tls_)
        std::printf("%s ready on https://%s:%u\n", options_.program.c_str(), options_.address.c_str(),
                    unsigned{tls_->port()});
    std::fflush(stdout);
}

bool Process::run() {
    if (stop_.wait() == StopSignal::Heard::Notice) return false;
    drain();
    return failure_.empty();
}

void Process::drain() {
    const auto deadline = std::chrono::steady_clock::now() + drain_max;
    server_->begin_drain();
    while (!server_->settled() && std::chrono::steady_clock::now() < deadline)
        if (stop_.wait(drain_look_interval) != StopSignal::Heard::Nothing) return;
}

int complain(const ServeOptions& options, const std::string& what) {
    std::fprintf(stderr, "%s: %s\n", options.program.c_str(), what.c_str());
    return exit_infrastructure;
}

}  // namespace

int serve(std::unique_ptr<host::Host> host, const ServeOptions& options) {
    Process process(std::move(host), options);
    if (auto started = process.start(); !started) return complain(options, started.error());
    process.announce();
    if (!process.run()) return complain(options, process.failure());
    return exit_ok;
}

}  // namespace net
