#include "foundation/net/tls_edge.h"

#include <array>
#include <atomic>
#include <utility>  // before asio: with Boost 1.74 its awaitable.hpp uses std::exchange without it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "foundation/net/limits.h"

namespace net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using TlsStream = asio::ssl::stream<tcp::socket>;

constexpr std::size_t relay_bytes = 16 * kibibyte;
constexpr std::chrono::milliseconds accept_pause{
    100};                                        // after an accept failed, usually for want of descriptors
constexpr std::chrono::seconds farewell_max{5};  // for the other side to end after one side has

// One client and its connection to the origin. Bytes are held in two fixed buffers: a side that does not read
// stops the other from being read. It lives as long as an operation of it is under way.
class Relay : public std::enable_shared_from_this<Relay> {
  public:
    Relay(tcp::socket client, asio::ssl::context& context, tcp::endpoint origin,
          std::shared_ptr<std::atomic<std::size_t>> count)
        : timer_(client.get_executor()),
          origin_socket_(client.get_executor()),
          client_(std::move(client), context),
          origin_(std::move(origin)),
          count_(std::move(count)) {
        ++*count_;
    }
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;
    ~Relay() { --*count_; }

    void start(base::Duration handshake_max) {
        end_after(handshake_max);
        client_.async_handshake(TlsStream::server, [self = shared_from_this()](error_code error) {
            if (error) return self->end();
            self->connect();
        });
    }

  private:
    using Buffer = std::array<char, relay_bytes>;

    void connect() {
        origin_socket_.async_connect(origin_, [self = shared_from_this()](error_code error) {
            if (error) return self->end();
            self->timer_.cancel();
            error_code ignored;
            static_cast<void>(self->origin_socket_.set_option(tcp::no_delay(true), ignored));
            static_cast<void>(self->client_.lowest_layer().set_option(tcp::no_delay(true), ignored));
            self->relay(self->client_, self->origin_socket_, self->to_origin_);
            self->relay(self->origin_socket_, self->client_, self->to_client_);
        });
    }

    template <class Source, class Sink>
    void relay(Source& source, Sink& sink, Buffer& buffer) {
        source.async_read_some(asio::buffer(buffer), [self = shared_from_this(), &source, &sink, &buffer](
                                                         error_code error, std::size_t size) {
            if (error) return self->finish_towards(sink);
            asio::async_write(sink, asio::buffer(buffer.data(), size),
                              [self, &source, &sink, &buffer](error_code failed, std::size_t) {
                                  if (failed) return self->end();
                                  self->relay(source, sink, buffer);
                              });
        });
    }

    // The client sends no more: the origin learns it and may still answer.
    void finish_towards(tcp::socket& origin) {
        error_code ignored;
        static_cast<void>(origin.shutdown(tcp::socket::shutdown_send, ignored));
        end_after(farewell_max);
    }
    void finish_towards(TlsStream& client) {
        end_after(farewell_max);
        client.async_shutdown([self = shared_from_this()](error_code) { self->end(); });
    }

    void end_after(base::Duration duration) {
        timer_.expires_after(duration);
        timer_.async_wait([self = shared_from_this()](error_code error) {
            if (!error) self->end();
        });
    }

    void end() {
        error_code ignored;
        timer_.cancel();
        static_cast<void>(client_.lowest_layer().close(ignored));
        static_cast<void>(origin_socket_.close(ignored));
    }

    asio::steady_timer timer_;
    tcp::socket origin_socket_;
    TlsStream client_;
    const tcp::endpoint origin_;
    const std::shared_ptr<std::atomic<std::size_t>> count_;
    Buffer to_origin_{};
    Buffer to_client_{};
};

}  // namespace

struct TlsEdge::State {
    TlsEdgeOptions options;
    asio::ssl::context context{asio::ssl::context::tls_server};
    std::shared_ptr<std::atomic<std::size_t>> count = std::make_shared<std::atomic<std::size_t>>(0);
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    asio::steady_timer pause{io};
    tcp::endpoint origin;
    std::thread thread;

    void prepare();
    void accept();
    void accept_later();
};

void TlsEdge::State::prepare() {
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                        asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                        asio::ssl::context::no_tlsv1_1);
    context.use_certificate_chain_file(options.certificate_file);
    context.use_private_key_file(options.key_file, asio::ssl::context::pem);
    origin = {asio::ip::make_address(options.origin_address), options.origin_port};
    const tcp::endpoint here(asio::ip::make_address(options.address), options.port);
    acceptor.open(here.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(here);
    acceptor.listen();
}

void TlsEdge::State::accept() {
    acceptor.async_accept([this](error_code error, tcp::socket client) {
        if (error == asio::error::operation_aborted) return;
        if (error) return accept_later();
        if (*count < options.connections_max)
            std::make_shared<Relay>(std::move(client), context, origin, count)->start(options.handshake_max);
        accept();
    });
}

void TlsEdge::State::accept_later() {
    pause.expires_after(accept_pause);
    pause.async_wait([this](error_code error) {
        if (!error) accept();
    });
}

std::expected<std::unique_ptr<TlsEdge>, std::string> TlsEdge::start(const TlsEdgeOptions& options) {
    auto state = std::make_unique<State>();
    state->options = options;
    try {
        state->prepare();
    } catch (const std::exception& error) {
        return std::unexpected("cannot listen with TLS on " + options.address + ":" +
                               std::to_string(options.port) + ": " + error.what());
    }
    state->accept();
    state->thread = std::thread([io = &state->io] { io->run(); });
    return std::unique_ptr<TlsEdge>(new TlsEdge(std::move(state)));
}

TlsEdge::TlsEdge(std::unique_ptr<State> state) : state_(std::move(state)) {}

TlsEdge::~TlsEdge() {
    state_->io.stop();
    state_->thread.join();
}

std::uint16_t TlsEdge::port() const { return state_->acceptor.local_endpoint().port(); }

}  // namespace net
