#include "tests/mock-genesys/service/mock_driver_testing.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "foundation/crypto/base64.h"
#include "mock-genesys/core/assign_ids.h"
#include "mock-genesys/organisation/read_organisation.h"
#include "mock-genesys/service/make_service.h"

namespace mock {
namespace {

// The wall clock of the tests begins here.
const base::UtcTime start_utc = *base::parse_iso8601("2026-03-04T05:06:07.000Z");

// What the conformance test collects from every test that drives a mock, if it asks for it.
ExchangeSink collected() {
    const char* const path = std::getenv("MOCK_GENESYS_EXCHANGES");
    if (path == nullptr) return {};
    return [file = std::string(path)](const ApiExchange& exchange) {
        std::ofstream(file, std::ios::app | std::ios::binary) << encode_exchange(exchange) << '\n';
    };
}

}  // namespace

Organisation organisation_fixture(const std::string& name) {
    std::ifstream stream(HANDOVER_SOURCE_DIR "/fixtures/organisations/" + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return read_organisation(text).value();
}

std::string inbound_body(std::string_view text, std::string_view provider_id, std::string_view from) {
    return json::dump({{"channel",
                        {{"messageId", provider_id},
                         {"from", {{"id", from}, {"idType", "Opaque"}}},
                         {"time", "2026-03-04T05:06:07.890Z"}}},
                       {"text", text}});
}

MockDriver::MockDriver(Organisation organisation, std::uint64_t seed)
    : organisation_(assign_ids(std::move(organisation), seed)),
      host_(make_service(organisation_, seed, collected())) {
    handle(host::Restored{});
}

void MockDriver::handle(host::Input input) {
    host_->handle(std::move(input),
                  {base::TimePoint(elapsed_),
                   start_utc + std::chrono::duration_cast<std::chrono::milliseconds>(elapsed_)});
    for (host::Effect& effect : host_->drain())
        std::visit(host::Overloaded{[this](host::Respond& respond) {
                                        if (respond.id == waiting_)
                                            response_ = std::move(respond.response);
                                        else
                                            late_responses.push_back(std::move(respond.response));
                                    },
                                    [this](host::Call& call) { calls_.push_back(std::move(call)); },
                                    [](const host::AcceptStream&) {},
                                    [this](const host::Send& send) { stream_bytes_ += send.bytes; },
                                    [](const host::CloseStream&) {}, [](const host::Persist&) {},
                                    [this](host::Trace& trace) { traces.push_back(std::move(trace)); }},
                   effect);
}

void MockDriver::pass(base::Duration duration) {
    const base::Duration end = elapsed_ + duration;
    while (const auto wakeup = host_->next_wakeup()) {
        if (wakeup->when.time_since_epoch() > end) break;
        elapsed_ = std::max(elapsed_, wakeup->when.time_since_epoch());
        handle(host::TimeReached{});
    }
    elapsed_ = end;
}

std::optional<http::Response> MockDriver::try_request(http::Request request) {
    waiting_ = host::RequestId{next_request_++};
    response_.reset();
    handle(host::RequestArrived{waiting_, std::move(request)});
    waiting_ = {};
    return std::exchange(response_, std::nullopt);
}

http::Response MockDriver::request(std::string_view method, std::string_view target, std::string body,
                                   http::Headers headers) {
    return try_request({std::string(method), std::string(target), std::move(headers), std::move(body)})
        .value();
}

std::string MockDriver::token() {
    const OAuthClient& client = organisation_.oauth_clients.at(0);
    const auto response = request(
        "POST", "/oauth/token", "grant_type=client_credentials",
        {{"Authorization", "Basic " + crypto::encode_base64(client.id.text() + ":" + client.secret)}});
    return json::text_at(*json::parse(response.body), "access_token").value();
}

http::Response MockDriver::api(std::string_view method, std::string_view target, std::string body) {
    return request(method, target, std::move(body),
                   {{"Authorization", "Bearer " + token()}, {"Content-Type", "application/json"}});
}

json::Value MockDriver::control(std::string_view method, std::string_view target, std::string body) {
    return *json::parse(request(method, target, std::move(body)).body);
}

std::optional<host::Call> MockDriver::take_call() {
    if (calls_.empty()) return std::nullopt;
    host::Call call = std::move(calls_.front());
    calls_.erase(calls_.begin());
    return call;
}

void MockDriver::answer(const host::Call& call, std::variant<http::Response, host::TransportFailure> result) {
    handle(host::CallFinished{call.id, std::move(result)});
}

host::RequestId MockDriver::open_stream(std::string_view target, http::Headers headers) {
    const host::RequestId id{next_request_++};
    handle(host::RequestArrived{id, {"GET", std::string(target), std::move(headers), {}}});
    return id;
}

void MockDriver::close_stream(host::RequestId stream) { handle(host::StreamClosed{stream}); }

std::string MockDriver::take_stream_bytes() { return std::exchange(stream_bytes_, {}); }

}  // namespace mock
