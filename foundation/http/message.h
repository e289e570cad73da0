// HTTP messages as plain values; what travels between a driver and a Host.
#pragma once

#include <string>

#include "foundation/http/headers.h"

namespace http {

struct Request {
    std::string method;  // upper case as received: "GET", "POST"
    std::string target;  // origin form, still percent-encoded: "/api/v2/users?pageSize=25"
    Headers headers;
    std::string body;  // raw bytes, never re-encoded
    friend bool operator==(const Request&, const Request&) = default;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    friend bool operator==(const Response&, const Response&) = default;
};

// "OK", "Too Many Requests"; "Unknown" for a status without a standard phrase.
std::string_view reason_phrase(int status);

}  // namespace http
