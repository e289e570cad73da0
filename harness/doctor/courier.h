// Brings messages to the receiver under examination, one after the other or several at once, and remembers
// what was slowest and whether the receiver is still there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/doctor/bodies.h"
#include "harness/doctor/exchange.h"
#include "harness/doctor/signature_form.h"

namespace doctor {

struct Receiver {
    std::string origin;
    std::string target;  // path and query
    std::string secret;
};

enum class Framing { ContentLength, Chunked };

class Courier {
  public:
    Courier(Receiver receiver, Ask ask) : receiver_(std::move(receiver)), ask_(std::move(ask)) {}

    // How genuine() signs from now on.
    void sign_as(SignatureForm form) { form_ = form; }
    SignatureForm form() const { return form_; }
    const std::string& secret() const { return receiver_.secret; }

    // The signed message, alone.
    Exchange genuine(const Body& body, Framing framing = Framing::ContentLength);
    Exchange with_form(const Body& body, SignatureForm form);
    // With this signature, or none.
    Exchange with_signature(const Body& body, const std::optional<std::string>& signature);
    // The same signed bytes, `count` times at once.
    std::vector<Exchange> at_once(const Body& body, std::size_t count);
    std::vector<Exchange> all_genuine(const std::vector<Body>& bodies);

    // The longest answer so far.
    base::Duration slowest() const { return slowest_; }
    // What was sent last before the receiver stopped to listen; nothing while it listens. From then on
    // nothing is sent any more.
    const std::optional<std::string>& gone_after() const { return gone_after_; }

  private:
    http::Request request_for(const Body& body, const std::optional<std::string>& signature,
                              Framing framing) const;
    std::vector<Exchange> send(const std::string& name, std::vector<http::Request> requests);
    void remember(const Answer& answer);

    Receiver receiver_;
    Ask ask_;
    SignatureForm form_;
    base::Duration slowest_{};
    std::string last_name_;
    bool was_there_ = false;
    std::optional<std::string> gone_after_;
};

}  // namespace doctor
