#include "mock-genesys/api/signature.h"

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"

namespace mock {

std::string sign(std::string_view secret, std::string_view body) {
    const crypto::Digest digest = crypto::HmacSha256(secret).sign(body);
    return "sha256=" + crypto::encode_base64(digest);
}

}  // namespace mock
