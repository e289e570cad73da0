#include "harness/sim/network.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "foundation/http/uri.h"

namespace sim {
namespace {

// What clients write into the Host header: the port only if it is not the scheme's own (RFC 9110, 7.2).
std::string authority_of(const http::Url& url) {
    const std::string host = url.host.contains(':') ? "[" + url.host + "]" : url.host;
    const int own_port = url.scheme == "https" ? 443 : 80;
    return url.port == own_port ? host : host + ":" + std::to_string(url.port);
}

}  // namespace

Network::Network(Limits limits, Events& events, const Clock& clock, TraceLog& log)
    : limits_(limits), events_(events), clock_(clock), log_(log), link_(limits.latency) {}

bool Network::listen(std::string_view origin, MachineIndex machine, std::string_view name) {
    const auto url = http::parse_url(origin);
    return url && listeners_.emplace(url->origin(), Listener{machine, name}).second;
}

std::optional<MachineIndex> Network::listener(std::string_view origin) const {
    const auto found = listeners_.find(origin);
    if (found == listeners_.end()) return std::nullopt;
    return found->second.machine;
}

ExchangeId Network::start(Caller caller, std::string_view from, std::string_view origin,
                          http::Request request, std::optional<base::Duration> timeout) {
    const ExchangeId id{next_exchange_++};
    const auto url = http::parse_url(origin);
    if (url && !request.headers.get("Host")) request.headers.add("Host", authority_of(*url));
    std::string place = url ? url->origin() : std::string(origin);
    const auto found = listeners_.find(place);
    const std::string_view to = found == listeners_.end() ? nobody_name : found->second.name;

    Exchange exchange{
        caller,       from,        to, request.method, std::string(http::split_target(request.target).path),
        std::nullopt, std::nullopt};
    const base::Duration limit =
        std::clamp(timeout.value_or(stream_opening_max), base::Duration{}, timeout_max);
    exchange.expiry = events_.push(clock_.now() + limit, CallExpires{id});
    const Exchange& kept = exchanges_.emplace(id, std::move(exchange)).first->second;

    const Verdict verdict = decide(id, kept, Leg::Request);
    const Deliver* const deliver = std::get_if<Deliver>(&verdict);
    if (deliver == nullptr) return id;
    if (deliver->copy_after)
        events_.push(clock_.now() + *deliver->copy_after, RequestReaches{id, from, place, request});
    events_.push(clock_.now() + deliver->after,
                 RequestReaches{id, from, std::move(place), std::move(request)});
    return id;
}

void Network::abandon(ExchangeId id) {
    const auto found = exchanges_.find(id);
    if (found == exchanges_.end()) return;
    const Exchange& exchange = found->second;
    if (exchange.expiry) events_.cancel(*exchange.expiry);
    if (exchange.stream) {
        events_.push(clock_.now() + link_.latency(),
                     StreamGone{exchange.stream->machine, exchange.stream->id});
    }
    exchanges_.erase(found);
}

void Network::respond(ExchangeId id, http::Response response) {
    const Exchange* const exchange = find(id);
    if (exchange == nullptr || exchange->stream)
        return;  // nobody waits, or a duplicate of the request streams
    if (exchange->method == "HEAD") response.body.clear();
    if (response.body.size() > response_bytes_max) return fail(id, host::TransportFailure::Broken);
    const Verdict verdict = decide(id, *exchange, Leg::Response);
    if (const auto* const deliver = std::get_if<Deliver>(&verdict))
        events_.push(clock_.now() + deliver->after, ReplyReaches{id, std::move(response)});
}

void Network::fail(ExchangeId id, host::TransportFailure failure) {
    events_.push(clock_.now() + link_.latency(), ReplyReaches{id, failure});
}

void Network::accept_stream(ExchangeId id, MachineIndex machine, host::RequestId stream,
                            http::Headers headers) {
    Exchange* const exchange = find(id);
    if (exchange == nullptr ||
        exchange->stream) {  // the peer has gone, or a duplicate of the request streams
        events_.push(clock_.now() + link_.latency(), StreamGone{machine, stream});
        return;
    }
    exchange->stream = OpenStream{machine, stream, std::move(headers), {}, 0, clock_.now()};
    if (!std::holds_alternative<StreamId>(exchange->caller) || !exchange->expiry) return;
    events_.cancel(*exchange->expiry);
    exchange->expiry.reset();
}

Network::Sent Network::send(ExchangeId id, host::RequestId stream, std::string bytes) {
    OpenStream* const open = find_stream(id, stream);
    if (open == nullptr) return Sent::NobodyReads;
    if (open->unread + bytes.size() > limits_.stream_buffer_bytes_max) return Sent::BufferFull;
    const Verdict verdict = decide(id, exchanges_.at(id), Leg::Stream);
    const Deliver* const deliver = std::get_if<Deliver>(&verdict);
    if (deliver == nullptr) return Sent::PieceLost;
    open->unread += bytes.size();
    events_.push(in_order(*open, deliver->after), BytesReach{id, std::move(bytes)});
    return Sent::UnderWay;
}

void Network::end_stream(ExchangeId id, host::RequestId stream, Ending ending) {
    OpenStream* const open = find_stream(id, stream);
    if (open != nullptr) events_.push(in_order(*open, link_.latency()), StreamEnds{id, ending});
}

std::optional<Caller> Network::finish(ExchangeId id) {
    const Exchange* const exchange = find(id);
    if (exchange == nullptr) return std::nullopt;
    const Caller caller = exchange->caller;
    abandon(id);
    return caller;
}

std::optional<StreamId> Network::arrived(ExchangeId id, const std::string& bytes) {
    Exchange* const exchange = find(id);
    if (exchange == nullptr) return std::nullopt;
    if (const auto* const reader = std::get_if<StreamId>(&exchange->caller)) return *reader;
    exchange->stream->collected += bytes;
    exchange->stream->unread -= bytes.size();
    return std::nullopt;
}

void Network::consumed(ExchangeId id, std::size_t bytes) {
    Exchange* const exchange = find(id);
    if (exchange != nullptr && exchange->stream) exchange->stream->unread -= bytes;
}

http::Response Network::collected(ExchangeId id) {
    Exchange* const exchange = find(id);
    if (exchange == nullptr || !exchange->stream) return {};
    return {200, std::move(exchange->stream->headers), std::move(exchange->stream->collected)};
}

std::string Network::label(ExchangeId id) const {
    const auto found = exchanges_.find(id);
    if (found == exchanges_.end()) return fmt::format("(gone) #{}", id.value);
    return fmt::format("{}>{} #{}", found->second.from, found->second.to, id.value);
}

Network::Exchange* Network::find(ExchangeId id) {
    const auto found = exchanges_.find(id);
    return found == exchanges_.end() ? nullptr : &found->second;
}

Network::OpenStream* Network::find_stream(ExchangeId id, host::RequestId stream) {
    Exchange* const exchange = find(id);
    if (exchange == nullptr || !exchange->stream || exchange->stream->id != stream) return nullptr;
    return &*exchange->stream;
}

Verdict Network::decide(ExchangeId id, const Exchange& exchange, Leg leg) {
    const bool forth = leg == Leg::Request;
    const Verdict verdict =
        link_.decide({leg, forth ? exchange.from : exchange.to, forth ? exchange.to : exchange.from,
                      exchange.method, exchange.path});
    if (std::holds_alternative<Lost>(verdict))
        log_.add(clock_.elapsed(), fmt::format("{} {} lost", label(id), name_of(leg)));
    return verdict;
}

base::TimePoint Network::in_order(OpenStream& stream, base::Duration after) const {
    stream.last_arrival = std::max(stream.last_arrival, clock_.now() + after);
    return stream.last_arrival;
}

}  // namespace sim
