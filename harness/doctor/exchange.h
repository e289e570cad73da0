// What the doctor sends to a receiver and what comes back, as values.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"

namespace doctor {

// It was not sent, because the time for the examination was over or the receiver had gone.
struct NotAsked {
    friend bool operator==(const NotAsked&, const NotAsked&) = default;
};

struct Answer {
    std::variant<http::Response, host::TransportFailure, NotAsked> outcome;
    base::Duration took{};  // real time from sending to the complete answer
};

struct Errand {
    std::string origin;  // "http://127.0.0.1:8080"
    http::Request request;
};

// Sends all errands at once and returns an answer to each, in their order.
using Ask = std::function<std::vector<Answer>(const std::vector<Errand>&)>;

// One delivery with its fate.
struct Exchange {
    std::string name;  // what is special about it, for people: "no signature"
    Answer answer;
};

bool was_asked(const Answer& answer);
// 2xx: what the vendor counts as delivered.
bool is_accepted(const Answer& answer);
// 4xx or 3xx: the receiver decided against it.
bool is_declined(const Answer& answer);
// 5xx, or the connection broke: the receiver did not decide, it failed.
bool is_crash(const Answer& answer);
bool is_transport(const Answer& answer, host::TransportFailure failure);
// The status, or 0.
int status_of(const Answer& answer);

// "401", "connection closed without an answer", "no answer within 11.000s", "not sent".
std::string describe(const Answer& answer);
// "no signature: 200, empty signature: 500".
std::string describe(const std::vector<Exchange>& exchanges);

}  // namespace doctor
