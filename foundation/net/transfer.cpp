#include "foundation/net/transfer.h"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace net {
namespace {

constexpr long http_ok = 200;

// "Transfer-Encoding: chunked" is left to the caller: curl then cuts the body into chunks itself.
bool is_set_by_curl(std::string_view name, std::string_view value) {
    return http::equal_ignoring_case(name, "Content-Length") || http::equal_ignoring_case(name, "Expect") ||
           (http::equal_ignoring_case(name, "Transfer-Encoding") && value != "chunked");
}

// curl writes "Name;" as a field without value, and "Name:" as: leave this field out.
std::string field_line(const std::string& name, const std::string& value) {
    return value.empty() ? name + ";" : name + ": " + value;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}  // namespace

host::TransportFailure failure_of(int code) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return host::TransportFailure::TimedOut;
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_URL_MALFORMAT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
            return host::TransportFailure::Refused;
        default:
            return host::TransportFailure::Broken;
    }
}

void Transfer::FreeWithCurl::operator()(EasyHandle* easy) const { curl_easy_cleanup(easy); }
void Transfer::FreeWithCurl::operator()(curl_slist* list) const { curl_slist_free_all(list); }

Transfer::Transfer(const std::string& origin, http::Request request, std::optional<base::Duration> timeout,
                   OnBytes on_bytes)
    : request_(std::move(request)), on_bytes_(std::move(on_bytes)), easy_(curl_easy_init()) {
    set_connection_options();
    set_request_options(origin);
    set_header_fields();
    set_connection_reuse();
    set_callbacks();
    if (!timeout) return;
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
    curl_easy_setopt(easy(), CURLOPT_TIMEOUT_MS, std::max(1L, static_cast<long>(milliseconds)));
}

void Transfer::set_connection_options() {
    curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy(), CURLOPT_PROXY, "");
    curl_easy_setopt(easy(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy(), CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(easy(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    // The variable that OpenSSL's own programs read; libcurl does not by itself.
    if (const char* authorities = std::getenv("SSL_CERT_FILE"))
        curl_easy_setopt(easy(), CURLOPT_CAINFO, authorities);
}

void Transfer::set_request_options(const std::string& origin) {
    curl_easy_setopt(easy(), CURLOPT_URL, (origin + request_.target).c_str());
    curl_easy_setopt(easy(), CURLOPT_PATH_AS_IS, 1L);
    const bool takes_body =
        request_.method == "POST" || request_.method == "PUT" || request_.method == "PATCH";
    if (takes_body || !request_.body.empty()) {
        curl_easy_setopt(easy(), CURLOPT_POST, 1L);
        curl_easy_setopt(easy(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
        curl_easy_setopt(easy(), CURLOPT_POSTFIELDS, request_.body.data());
    }
    if (request_.method == "HEAD") curl_easy_setopt(easy(), CURLOPT_NOBODY, 1L);
    curl_easy_setopt(easy(), CURLOPT_CUSTOMREQUEST, request_.method.c_str());
}

void Transfer::set_header_fields() {
    curl_slist* list = nullptr;
    for (const char* own : {"Expect:", "Accept:", "Content-Type:"}) {
        const std::string_view name = std::string_view(own).substr(0, std::string_view(own).size() - 1);
        if (name == "Expect" || !request_.headers.get(name)) list = curl_slist_append(list, own);
    }
    for (const auto& [name, value] : request_.headers)
        if (!is_set_by_curl(name, value) && http::is_safe_field(name, value))
            list = curl_slist_append(list, field_line(name, value).c_str());
    fields_.reset(list);
    curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, list);
}

// Who asks the server to close would otherwise find the closed connection among the kept ones, next time.
void Transfer::set_connection_reuse() {
    const auto connection = request_.headers.get("Connection");
    if (!connection || !http::equal_ignoring_case(*connection, "close")) return;
    curl_easy_setopt(easy(), CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy(), CURLOPT_FORBID_REUSE, 1L);
}

void Transfer::set_callbacks() {
    curl_easy_setopt(easy(), CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy(), CURLOPT_WRITEFUNCTION, &Transfer::on_body);
    curl_easy_setopt(easy(), CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy(), CURLOPT_HEADERFUNCTION, &Transfer::on_field);
    curl_easy_setopt(easy(), CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy(), CURLOPT_PREREQFUNCTION, &Transfer::on_about_to_send);
    curl_easy_setopt(easy(), CURLOPT_PREREQDATA, this);
}

host::TransportFailure Transfer::failure(int code) const {
    const auto kind = failure_of(code);
    return sent_ && kind == host::TransportFailure::Refused ? host::TransportFailure::Broken : kind;
}

http::Response Transfer::take_response() {
    long status = 0;
    curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    response_.status = static_cast<int>(status);
    return std::move(response_);
}

bool Transfer::collect(std::string_view bytes) {
    if (!on_bytes_) {
        if (response_.body.size() + bytes.size() > response_bytes_max) return false;
        response_.body.append(bytes);
        return true;
    }
    long status = 0;
    curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    if (status != http_ok) return false;
    on_bytes_(bytes);
    return true;
}

void Transfer::collect_field(std::string_view line) {
    if (line.starts_with("HTTP/")) {  // fields of an interim response before it do not count
        response_.headers = {};
        return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    response_.headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
}

// Any return value but the size ends the transfer.
std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
    const bool taken = static_cast<Transfer*>(self)->collect({bytes, size * count});
    return taken ? size * count : 0;
}

std::size_t Transfer::on_field(char* bytes, std::size_t size, std::size_t count, void* self) {
    static_cast<Transfer*>(self)->collect_field({bytes, size * count});
    return size * count;
}

int Transfer::on_about_to_send(void* self, char*, char*, int, int) {
    const bool again = std::exchange(static_cast<Transfer*>(self)->sent_, true);
    return again ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

}  // namespace net
