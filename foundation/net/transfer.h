// One outgoing exchange as libcurl sees it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/base/time.h"
#include "foundation/host/host.h"
#include "foundation/http/message.h"
#include "foundation/net/limits.h"

struct curl_slist;  // NOLINT(readability-identifier-naming): the name is libcurl's

namespace net {

using EasyHandle = void;  // libcurl's CURL

inline constexpr std::size_t response_bytes_max = 16 * mebibyte;

// `code` is a CURLcode other than CURLE_OK.
host::TransportFailure failure_of(int code);

// Sends its request at most once: libcurl would repeat it on a fresh connection when a kept one dies before
// the answer, and the receiver would see it twice.
class Transfer {
  public:
    using OnBytes = std::function<void(std::string_view)>;

    // Without a timeout it may last for ever. With `on_bytes` the body of a 200 goes there piece by piece,
    // and any other status ends the transfer; without, the body is collected.
    Transfer(const std::string& origin, http::Request request, std::optional<base::Duration> timeout,
             OnBytes on_bytes = nullptr);
    Transfer(const Transfer&) = delete;  // curl keeps pointers to it
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer() = default;

    EasyHandle* easy() const { return easy_.get(); }
    // Why it failed. Once the request has been sent it can only be broken or timed out: the refusal that curl
    // reports then is that of its second attempt.
    host::TransportFailure failure(int code) const;
    // Once, after the transfer has succeeded.
    http::Response take_response();

  private:
    struct FreeWithCurl {
        void operator()(EasyHandle* easy) const;
        void operator()(curl_slist* list) const;
    };

    void set_connection_options();
    void set_request_options(const std::string& origin);
    void set_header_fields();
    void set_connection_reuse();
    void set_callbacks();
    bool collect(std::string_view bytes);
    void collect_field(std::string_view line);

    static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t on_field(char* bytes, std::size_t size, std::size_t count, void* self);
    static int on_about_to_send(void* self, char*, char*, int, int);

    http::Request request_;
    http::Response response_;
    OnBytes on_bytes_;
    bool sent_ = false;
    std::unique_ptr<curl_slist, FreeWithCurl> fields_;
    std::unique_ptr<EasyHandle, FreeWithCurl> easy_;
};

}  // namespace net
