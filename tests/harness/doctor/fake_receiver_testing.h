// A webhook receiver in memory: flawless, until a test replaces one of its decisions.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "foundation/json/json.h"
#include "harness/doctor/courier.h"
#include "harness/doctor/diagnosis.h"
#include "harness/doctor/signature_form.h"

namespace doctor {

inline const std::string fake_secret = "a-long-enough-secret";
inline const std::string fake_origin = "http://receiver.test:80";

struct FakeReceiver {
    static std::string signature(const std::string& body) { return signature_of(body, fake_secret, {}); }

    // --- the decisions ---
    std::function<bool(const std::string& body, const std::string& got)> verifies =
        [](const std::string& body, const std::string& got) { return got == signature(body); };
    std::function<int(const json::Value& message)> refuses = [](const json::Value&) { return 0; };
    std::function<Answer(const http::Request&, Answer)> changes = [](const http::Request&, Answer answer) {
        return answer;
    };
    bool drops_duplicates = true;

    // --- what it has seen ---
    std::vector<http::Request> requests;
    std::vector<std::string> shown;

    Answer answer(const http::Request& request) {
        requests.push_back(request);
        if (request.method == "GET") return with_status(200, page());
        return changes(request, with_status(status_for(request)));
    }

    Ask ask() {
        return [this](const std::vector<Errand>& errands) {
            std::vector<Answer> answers;
            for (const Errand& errand : errands) answers.push_back(answer(errand.request));
            return answers;
        };
    }
    Courier courier() { return {{fake_origin, "/webhook", fake_secret}, ask()}; }

    static Answer with_status(int status, std::string body = {}) {
        return {http::Response{status, {}, std::move(body)}, std::chrono::milliseconds{3}};
    }
    static Answer failed(host::TransportFailure failure) { return {failure, std::chrono::milliseconds{3}}; }

  private:
    std::string page() const {
        std::string lines;
        for (const std::string& text : shown) lines += text + "\n";
        return lines;
    }

    int status_for(const http::Request& request) {
        const auto got = request.headers.get(signature_header);
        if (!verifies(request.body, std::string(got.value_or("")))) return 401;
        const auto message = json::parse(request.body);
        if (!message) return 400;
        if (const int refusal = refuses(*message)) return refusal;
        const bool is_new = seen_.insert(json::text_at(*message, "id").value_or("")).second;
        if (is_new || !drops_duplicates) shown.push_back(json::text_at(*message, "text").value_or(""));
        return 200;
    }

    std::set<std::string> seen_;
};

inline Envelopes fake_envelopes() { return {Addresses{}, 7, base::UtcTime{std::chrono::hours{24}}}; }

inline std::vector<Mistake> mistakes_of(const Diagnosis& diagnosis) {
    std::vector<Mistake> mistakes;
    for (const Finding& finding : diagnosis.findings) mistakes.push_back(finding.mistake);
    return mistakes;
}

}  // namespace doctor
