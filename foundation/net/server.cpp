#include "foundation/net/server.h"

#include <pistache/endpoint.h>
#include <pistache/http.h>
#include <pistache/peer.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

#include "foundation/net/caretaker.h"
#include "foundation/net/process_limits.h"

namespace net {
namespace {

using PeerPointer = std::shared_ptr<Pistache::Tcp::Peer>;

constexpr const char* attachment_key = "handover";
// Pistache's own timers would answer 408 between our answers; the Caretaker does this work instead.
constexpr std::chrono::hours never{24 * 365};

// What hangs on a peer. Pistache lets go of it on every way a peer can end, also on those that call no
// callback.
struct Attachment {
    Attachment(std::shared_ptr<Connection> of_peer, std::shared_ptr<std::atomic<std::size_t>> all)
        : connection(std::move(of_peer)), count(std::move(all)) {
        ++*count;
    }
    Attachment(const Attachment&) = delete;
    Attachment& operator=(const Attachment&) = delete;
    ~Attachment() {
        --*count;
        connection->reader_gone();
    }

    const std::shared_ptr<Connection> connection;
    const std::shared_ptr<std::atomic<std::size_t>> count;
};

// Takes the raw bytes before Pistache's parser sees them. onConnection and onInput are private but virtual
// there.
class GuardedHandler : public Pistache::Http::Handler {
  public:
    HTTP_PROTOTYPE(GuardedHandler)

    explicit GuardedHandler(std::shared_ptr<const ConnectionSetup> setup)
        : setup_(std::move(setup)), count_(std::make_shared<std::atomic<std::size_t>>(0)) {}
    // Pistache copies one handler for every worker.
    GuardedHandler(const GuardedHandler& other) = default;
    GuardedHandler& operator=(const GuardedHandler&) = delete;
    ~GuardedHandler() override = default;

    void onRequest(const Pistache::Http::Request&, Pistache::Http::ResponseWriter) override {
    }  // never reached

  private:
    void onConnection(const PeerPointer& peer) override {
        // Pistache's search for idle peers dereferences a parser of its own.
        peer->putData(ParserData, std::make_shared<Pistache::Http::RequestParser>(1));
        peer->setIdle(true);
        auto connection = std::make_shared<Connection>(Descriptor::duplicate_of(peer->fd()), setup_);
        setup_->caretaker->adopt(connection);
        const auto attachment = std::make_shared<Attachment>(std::move(connection), count_);
        peer->putData(attachment_key, attachment);
        if (*count_ > setup_->limits.connections_max) attachment->connection->refuse();
    }

    void onInput(const char* bytes, std::size_t length, const PeerPointer& peer) override {
        const auto attachment = std::static_pointer_cast<Attachment>(peer->getData(attachment_key));
        try {
            attachment->connection->receive({bytes, length});
        } catch (const std::exception&) {  // out of memory: an exception would end Pistache's thread
            attachment->connection->drop();
        }
    }

    const std::shared_ptr<const ConnectionSetup> setup_;
    const std::shared_ptr<std::atomic<std::size_t>> count_;  // of attached peers, over all workers
};

Pistache::Http::Endpoint::Options endpoint_options(const ServerOptions& options) {
    using Pistache::Tcp::Options;
    return Pistache::Http::Endpoint::options()
        .threads(static_cast<int>(options.reading_threads))
        .flags(Pistache::Flags<Options>(Options::ReuseAddr) | Options::NoDelay | Options::CloseOnExec)
        .headerTimeout(never)
        .bodyTimeout(never)
        .keepaliveTimeout(never);
}

}  // namespace

struct Server::State {
    std::shared_ptr<Caretaker> caretaker = std::make_shared<Caretaker>();
    std::shared_ptr<std::atomic<bool>> draining = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<Pistache::Http::Endpoint> endpoint;

    OnRequest unless_draining(OnRequest on_request) const;
    void listen(const ServerOptions& options, OnRequest on_request);
    void drop_all() const;
};

OnRequest Server::State::unless_draining(OnRequest on_request) const {
    return [flag = draining, inner = std::move(on_request)](std::shared_ptr<Connection> connection,
                                                            http::Request request) {
        if (!*flag) return inner(std::move(connection), std::move(request));
        connection->respond({503,
                             {{"Content-Type", "application/json"}},
                             R"({"error":{"code":"http.503","message":"the server is stopping"}})"});
    };
}

void Server::State::listen(const ServerOptions& options, OnRequest on_request) {
    const auto setup = std::make_shared<const ConnectionSetup>(
        ConnectionSetup{options.limits, unless_draining(std::move(on_request)), caretaker});
    endpoint = std::make_unique<Pistache::Http::Endpoint>(
        Pistache::Address(options.address, Pistache::Port(options.port)));
    endpoint->init(endpoint_options(options));
    endpoint->setHandler(std::make_shared<GuardedHandler>(setup));
    endpoint->serveThreaded();
    lengthen_accept_queue(endpoint->getPort());
    // The analyser cannot see into the library, where the shared pointers end.
}  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks)

std::expected<std::unique_ptr<Server>, std::string> Server::start(const ServerOptions& options,
                                                                  OnRequest on_request) {
    prepare_process_for_sockets();
    auto state = std::make_unique<State>();
    try {
        state->listen(options, std::move(on_request));
    } catch (const std::exception& error) {
        return std::unexpected("cannot listen on " + options.address + ":" + std::to_string(options.port) +
                               ": " + error.what());
    }
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() {
    *state_->draining = true;
    state_->drop_all();
    state_->endpoint->shutdown();
    state_->endpoint.reset();
    state_->drop_all();  // those that were accepted meanwhile
    state_->caretaker->stop();
}

std::uint16_t Server::port() const { return state_->endpoint->getPort(); }

void Server::begin_drain() {
    *state_->draining = true;
    for (const auto& connection : state_->caretaker->connections()) connection->retire();
}

bool Server::settled() const {
    const auto connections = state_->caretaker->connections();
    return std::ranges::all_of(connections, [](const auto& connection) { return connection->settled(); });
}

void Server::State::drop_all() const {
    for (const auto& connection : caretaker->connections()) connection->drop();
}

}  // namespace net
