#include "foundation/crypto/hmac.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <string>

#include "foundation/base/check.h"

namespace crypto {

struct HmacSha256::Context {
    EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX* state = EVP_MAC_CTX_new(algorithm);

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        EVP_MAC_CTX_free(state);
        EVP_MAC_free(algorithm);
    }
};

HmacSha256::HmacSha256(std::string_view key) : context_(std::make_unique<Context>()) {
    std::string digest_name = "SHA256";
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest_name.data(), 0),
        OSSL_PARAM_construct_end()};
    const std::string nothing;  // an empty key is a key of length 0, not "keep the old one"
    const char* const bytes = key.empty() ? nothing.data() : key.data();
    const int done = EVP_MAC_init(context_->state, reinterpret_cast<const unsigned char*>(bytes), key.size(),
                                  parameters.data());
    base::check(done == 1, "HMAC-SHA256 is available in the crypto library");
}

HmacSha256::~HmacSha256() = default;
HmacSha256::HmacSha256(HmacSha256&&) noexcept = default;
HmacSha256& HmacSha256::operator=(HmacSha256&&) noexcept = default;

Digest HmacSha256::sign(std::string_view message) {
    Digest digest{};
    std::size_t length = 0;
    const bool done = EVP_MAC_init(context_->state, nullptr, 0, nullptr) == 1 &&
                      EVP_MAC_update(context_->state, reinterpret_cast<const unsigned char*>(message.data()),
                                     message.size()) == 1 &&
                      EVP_MAC_final(context_->state, digest.data(), &length, digest.size()) == 1;
    base::check(done && length == digest.size(), "HMAC-SHA256 yields 32 bytes");
    return digest;
}

}  // namespace crypto
