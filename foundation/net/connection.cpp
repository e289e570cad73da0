#include "foundation/net/connection.h"

#include <utility>
#include <variant>

#include "foundation/base/check.h"
#include "foundation/net/caretaker.h"
#include "foundation/net/http_writer.h"

namespace net {
namespace {

// A body up to this size is copied behind its head and sent with it in one system call; a larger one in a
// second.
constexpr std::size_t joined_bytes_max = 16 * kibibyte;

}  // namespace

Connection::Connection(Descriptor socket, std::shared_ptr<const ConnectionSetup> setup)
    : socket_(std::move(socket)),
      setup_(std::move(setup)),
      parser_(setup_->limits),
      phase_began_(std::chrono::steady_clock::now()),
      last_progress_(phase_began_),
      dead_(!socket_.open()) {}

Connection::~Connection() = default;

void Connection::receive(std::string_view bytes) {
    Lock lock(mutex_);
    if (dead_ || phase_ == Phase::Closing) return;
    parser_.feed(bytes);
    pump(std::move(lock));
}

void Connection::reader_gone() {
    Lock lock(mutex_);
    reader_gone_ = true;
    if (phase_ == Phase::Streaming || phase_ == Phase::Closing) return die();
    pump(std::move(lock));
}

void Connection::refuse() {
    const Lock lock(mutex_);
    take(Rejection{503, "too many connections are open; try again later"});
}

void Connection::respond(const http::Response& response) {
    Lock lock(mutex_);
    base::check(phase_ == Phase::Answering, "a request is answered once");
    if (retiring_) framing_.keep_alive = false;
    write(response_head(response, framing_),
          has_body_on_wire(response, framing_) ? std::string_view(response.body) : std::string_view{});
    finish_exchange();
    pump(std::move(lock));
}

void Connection::open_stream(const http::Headers& headers, std::function<void()> on_gone) {
    const Lock lock(mutex_);
    base::check(phase_ == Phase::Answering, "a request becomes a stream once");
    if (framing_.version == HttpVersion::Http10 || retiring_) framing_.keep_alive = false;
    phase_ = Phase::Streaming;
    on_gone_ = std::move(on_gone);
    write(stream_head(headers, framing_));
    if (reader_gone_ || dead_ || framing_.is_head_request) die();
}

void Connection::send(std::string_view bytes) {
    const Lock lock(mutex_);
    if (phase_ != Phase::Streaming || dead_ || bytes.empty()) return;
    if (outgoing_.size() + bytes.size() > setup_->limits.stream_bytes_max) return die();
    write(stream_piece(bytes, framing_));
}

void Connection::close_stream() {
    Lock lock(mutex_);
    if (phase_ != Phase::Streaming) return;
    on_gone_ = nullptr;
    write(stream_end(framing_));
    if (retiring_) framing_.keep_alive = false;
    finish_exchange();
    pump(std::move(lock));
}

// Hands over complete requests, one at a time and never from two threads: a second caller leaves it to the
// first.
void Connection::pump(Lock lock) {
    if (pumping_) return;
    pumping_ = true;
    while (auto request = next_request()) {
        lock.unlock();
        setup_->on_request(shared_from_this(), *std::move(request));
        lock.lock();
    }
    pumping_ = false;
}

std::optional<http::Request> Connection::next_request() {
    const Limits& limits = setup_->limits;
    const bool too_much =
        parser_.buffered_bytes() > limits.pipelined_bytes_max + limits.head_bytes_max + limits.body_bytes_max;
    if (dead_ || phase_ != Phase::Reading || !outgoing_.empty()) {
        if (too_much) die();
        return std::nullopt;
    }
    return std::visit([this](auto&& outcome) { return take(std::forward<decltype(outcome)>(outcome)); },
                      parser_.next());
}

std::optional<http::Request> Connection::take(NeedMoreBytes need) {
    if (need.wants_continue) write(continue_line);
    if (reader_gone_ || retiring_) die();
    return std::nullopt;
}

std::optional<http::Request> Connection::take(ParsedRequest parsed) {
    phase_ = Phase::Answering;
    framing_ = parsed.framing;
    return std::move(parsed.request);
}

std::optional<http::Request> Connection::take(Rejection rejection) {
    framing_ = {.keep_alive = false};
    const http::Response response = rejection_response(rejection.status, rejection.reason);
    write(response_head(response, framing_), response.body);
    finish_exchange();
    return std::nullopt;
}

void Connection::finish_exchange() {
    phase_ = framing_.keep_alive ? Phase::Reading : Phase::Closing;
    phase_began_ = std::chrono::steady_clock::now();
    if (phase_ == Phase::Closing && outgoing_.empty()) end_output();
}

void Connection::write(std::string_view head, std::string_view body) {
    if (body.size() > joined_bytes_max) {
        write_piece(head, Next::More);
        return write_piece(body, Next::Nothing);
    }
    // Kept by the thread: pieces of this size are expensive to allocate for every answer.
    thread_local std::string joined;
    write_piece(joined.assign(head).append(body), Next::Nothing);
}

void Connection::write_piece(std::string_view bytes, Next next) {
    if (dead_ || bytes.empty()) return;
    if (outgoing_.empty()) {
        const auto taken = write_now(socket_.number(), bytes, next);
        if (!taken) return die();
        bytes.remove_prefix(*taken);
        if (bytes.empty()) return;
        last_progress_ = std::chrono::steady_clock::now();
    }
    outgoing_.append(bytes);
    if (std::exchange(watched_, true)) return;
    setup_->caretaker->watch(shared_from_this());
}

Connection::Flushed Connection::flush() {
    Lock lock(mutex_);
    const auto taken = dead_ ? std::nullopt : write_now(socket_.number(), outgoing_);
    if (!taken) die();
    if (taken.value_or(0) > 0) {
        outgoing_.erase(0, *taken);
        last_progress_ = std::chrono::steady_clock::now();
    }
    if (!dead_ && !outgoing_.empty()) return Flushed::Waiting;
    watched_ = false;
    if (phase_ == Phase::Closing) end_output();
    pump(std::move(lock));
    return Flushed::Done;
}

void Connection::expire(RealTime now) {
    const Lock lock(mutex_);
    const Limits& limits = setup_->limits;
    const bool stalled = !outgoing_.empty() && now - last_progress_ > limits.stall_max;
    const bool idled = phase_ == Phase::Reading && now - phase_began_ > limits.idle_max;
    const bool lingered =
        phase_ == Phase::Closing && outgoing_.empty() && now - phase_began_ > limits.linger_max;
    if (stalled || idled || lingered) die();
}

void Connection::retire() {
    const Lock lock(mutex_);
    retiring_ = true;
    if (phase_ == Phase::Streaming || (phase_ == Phase::Reading && outgoing_.empty())) die();
}

void Connection::drop() {
    const Lock lock(mutex_);
    die();
}

bool Connection::settled() const {
    const Lock lock(mutex_);
    return dead_ || (outgoing_.empty() && phase_ != Phase::Answering && phase_ != Phase::Streaming);
}

void Connection::end_output() {
    if (reader_gone_) return die();
    end_writing(socket_.number());
}

// Both sides end, so the transport reads the end and lets go of its descriptor. Ours is closed by the
// destructor: no other thread can be using its number then.
void Connection::die() {
    if (std::exchange(dead_, true)) return;
    outgoing_.clear();
    end_both_ways(socket_.number());
    if (const auto on_gone = std::exchange(on_gone_, nullptr)) on_gone();
}

}  // namespace net
