#include "bridge/api/signature.h"

#include "foundation/crypto/base64.h"
#include "foundation/crypto/constant_time.h"
#include "foundation/crypto/hmac.h"

namespace bridge {

std::string_view name_of(SignatureVerdict verdict) {
    switch (verdict) {
        case SignatureVerdict::Valid:
            return "valid";
        case SignatureVerdict::Unchecked:
            return "unchecked";
        case SignatureVerdict::Missing:
            return "signature missing";
        case SignatureVerdict::Wrong:
            return "signature wrong";
    }
    return "unknown";
}

std::string signature(std::string_view secret, std::string_view body) {
    return "sha256=" + crypto::encode_base64(crypto::HmacSha256(secret).sign(body));
}

SignatureVerdict check_signature(std::string_view secret, const http::Headers& headers,
                                 std::string_view body) {
    if (secret.empty()) return SignatureVerdict::Unchecked;
    const auto given = headers.get("X-Hub-Signature-256");
    if (!given) return SignatureVerdict::Missing;
    return crypto::equal_in_constant_time(*given, signature(secret, body)) ? SignatureVerdict::Valid
                                                                           : SignatureVerdict::Wrong;
}

}  // namespace bridge
