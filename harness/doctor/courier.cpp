#include "harness/doctor/courier.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"

namespace doctor {

Exchange Courier::genuine(const Body& body, Framing framing) {
    auto request = request_for(body, signature_of(body.bytes, receiver_.secret, form_), framing);
    return send(body.name, {std::move(request)}).front();
}

Exchange Courier::with_form(const Body& body, SignatureForm form) {
    return with_signature(body, signature_of(body.bytes, receiver_.secret, form));
}

Exchange Courier::with_signature(const Body& body, const std::optional<std::string>& signature) {
    return send(body.name, {request_for(body, signature, Framing::ContentLength)}).front();
}

std::vector<Exchange> Courier::at_once(const Body& body, std::size_t count) {
    const auto request =
        request_for(body, signature_of(body.bytes, receiver_.secret, form_), Framing::ContentLength);
    return send(body.name, std::vector<http::Request>(count, request));
}

std::vector<Exchange> Courier::all_genuine(const std::vector<Body>& bodies) {
    std::vector<Exchange> exchanges;
    for (const Body& body : bodies) exchanges.push_back(genuine(body));
    return exchanges;
}

// Each connection is used once, so that a receiver which serves one connection at a time is not taken for a
// slow one.
http::Request Courier::request_for(const Body& body, const std::optional<std::string>& signature,
                                   Framing framing) const {
    http::Request request{.method = "POST",
                          .target = receiver_.target,
                          .headers = {{"Content-Type", "application/json"}, {"Connection", "close"}},
                          .body = body.bytes};
    if (signature) request.headers.add(std::string(signature_header), *signature);
    if (framing == Framing::Chunked) request.headers.add("Transfer-Encoding", "chunked");
    return request;
}

std::vector<Exchange> Courier::send(const std::string& name, std::vector<http::Request> requests) {
    std::vector<Exchange> exchanges;
    if (gone_after_) {
        exchanges.resize(requests.size(), Exchange{name, {NotAsked{}, {}}});
        return exchanges;
    }
    std::vector<Errand> errands;
    for (http::Request& request : requests) errands.push_back({receiver_.origin, std::move(request)});
    std::vector<Answer> answers = ask_(errands);
    base::check(answers.size() == errands.size(), "an answer to each errand");
    for (Answer& answer : answers) {
        remember(answer);
        exchanges.push_back({name, gone_after_ ? Answer{NotAsked{}, {}} : std::move(answer)});
    }
    last_name_ = name;
    return exchanges;
}

void Courier::remember(const Answer& answer) {
    if (was_there_ && is_transport(answer, host::TransportFailure::Refused)) gone_after_ = last_name_;
    if (std::holds_alternative<http::Response>(answer.outcome)) slowest_ = std::max(slowest_, answer.took);
    was_there_ = was_there_ || status_of(answer) != 0;
}

}  // namespace doctor
