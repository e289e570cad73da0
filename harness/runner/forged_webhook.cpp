#include "harness/runner/forged_webhook.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"
#include "foundation/json/json.h"
#include "harness/runner/requests.h"

namespace runner {
namespace {

using scenario::Signature;

constexpr std::string_view some_time = "2026-01-05T09:00:00.000Z";  // the bridge does not judge it
constexpr std::size_t truncated_signature_chars = 20;

json::Ordered body_of(const Forgery& forgery) {
    const json::Ordered to{{"id", forgery.address}, {"idType", "Opaque"}};
    const json::Ordered from{{"nickname", "intruder"}, {"id", forgery.integration}, {"idType", "Opaque"}};
    const json::Ordered channel{{"id", forgery.integration},
                                {"platform", "Open"},
                                {"type", "Private"},
                                {"to", to},
                                {"from", from},
                                {"time", some_time},
                                {"messageId", forgery.message}};
    return {{"id", forgery.message},
            {"channel", channel},
            {"type", "Text"},
            {"text", forgery.text},
            {"originatingEntity", "Human"},
            {"direction", "Outbound"},
            {"conversationId", forgery.conversation}};
}

std::string signature_value(Signature signature, std::string_view secret, std::string_view body) {
    const bool knows_secret = signature != Signature::Wrong;
    crypto::HmacSha256 hmac(knows_secret ? secret : "not the secret of this webhook");
    const crypto::Digest digest = hmac.sign(body);
    if (signature == Signature::Hex) return fmt::format("sha256={:02x}", fmt::join(digest, ""));
    const std::string encoded = crypto::encode_base64(digest);
    if (signature == Signature::Truncated) return "sha256=" + encoded.substr(0, truncated_signature_chars);
    return "sha256=" + encoded;
}

}  // namespace

http::Request forge(const Forgery& forgery) {
    const json::Ordered body = body_of(forgery);
    const std::string signed_bytes = json::dump(body);
    constexpr int indent = 2;
    http::Request request = post("/handover/genesysCloudOM", signed_bytes);
    if (forgery.signature == Signature::Reserialised) request.body = body.dump(indent);
    if (forgery.signature != Signature::Missing)
        request.headers.add("X-Hub-Signature-256",
                            signature_value(forgery.signature, forgery.secret, signed_bytes));
    return request;
}

}  // namespace runner
