#include "harness/sim/ledger.h"

#include <fmt/format.h>

namespace sim {

void Ledger::request_arrived(host::RequestId id, ExchangeId exchange) {
    waiting_.emplace(id, exchange);
    last_request_ = id;
}

std::expected<ExchangeId, Ledger::Story> Ledger::answered(host::RequestId id) {
    const auto found = waiting_.find(id);
    if (found == waiting_.end()) return std::unexpected(unknown_request(id, "Respond"));
    const ExchangeId exchange = found->second;
    waiting_.erase(found);
    return exchange;
}

std::expected<ExchangeId, Ledger::Story> Ledger::accepted(host::RequestId id) {
    const auto found = waiting_.find(id);
    if (found == waiting_.end()) return std::unexpected(unknown_request(id, "AcceptStream"));
    const ExchangeId exchange = found->second;
    waiting_.erase(found);
    streams_.emplace(id, Stream{exchange});
    return exchange;
}

std::expected<std::optional<ExchangeId>, Ledger::Story> Ledger::stream(host::RequestId id,
                                                                       std::string_view effect) const {
    const auto found = streams_.find(id);
    if (found != streams_.end()) {
        return found->second.closing ? std::nullopt : std::optional(found->second.exchange);
    }
    if (ended_streams_.contains(id)) return std::nullopt;
    if (waiting_.contains(id))
        return std::unexpected(fmt::format("{} on request {} before AcceptStream", effect, id.value));
    return std::unexpected(fmt::format("{} on request {}, which never became a stream", effect, id.value));
}

std::optional<ExchangeId> Ledger::stream_closing(host::RequestId id) {
    const auto found = streams_.find(id);
    if (found == streams_.end() || found->second.closing) return std::nullopt;
    found->second.closing = true;
    return found->second.exchange;
}

bool Ledger::stream_closed(host::RequestId id) {
    if (streams_.erase(id) == 0) return false;
    ended_streams_.insert(id);
    return true;
}

std::optional<Ledger::Story> Ledger::check_call(host::CallId id) const {
    if (!used_calls_.contains(id)) return std::nullopt;
    return fmt::format("Call {} uses an id a second time", id.value);
}

void Ledger::called(host::CallId id, ExchangeId exchange) {
    used_calls_.insert(id);
    calls_.emplace(id, exchange);
}

void Ledger::call_finished(host::CallId id) { calls_.erase(id); }

std::map<host::RequestId, ExchangeId> Ledger::open_streams() const {
    std::map<host::RequestId, ExchangeId> open;
    for (const auto& [id, stream] : streams_)
        if (!stream.closing) open.emplace(id, stream.exchange);
    return open;
}

Ledger::Story Ledger::unknown_request(host::RequestId id, std::string_view effect) const {
    if (id > last_request_ || id.value == 0)
        return fmt::format("{} to request {}, which was never given to it", effect, id.value);
    return fmt::format("{} to request {}, which was answered before (or was never given to it)", effect,
                       id.value);
}

}  // namespace sim
