#include "foundation/crypto/constant_time.h"

#include <openssl/crypto.h>

namespace crypto {

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace crypto
