#include "harness/doctor/signature_form.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "foundation/crypto/base64.h"
#include "foundation/crypto/hmac.h"
#include "harness/doctor/spellings.h"

namespace doctor {
namespace {

std::string base64_url(std::string text) {
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

std::string without_padding(std::string text) {
    text.erase(std::min(text.find('='), text.size()));
    return text;
}

std::string written(const crypto::Digest& digest, Encoding encoding) {
    const std::string base64 = crypto::encode_base64(digest);
    switch (encoding) {
        case Encoding::Vendor:
            return "sha256=" + base64;
        case Encoding::HexPrefixed:
            return fmt::format("sha256={:02x}", fmt::join(digest, ""));
        case Encoding::HexBare:
            return fmt::format("{:02x}", fmt::join(digest, ""));
        case Encoding::Base64Bare:
            return base64;
        case Encoding::Base64Url:
            return "sha256=" + base64_url(base64);
        case Encoding::Unpadded:
            return "sha256=" + without_padding(base64);
    }
    return {};
}

std::string signed_text(std::string_view body, SignedBytes bytes) {
    switch (bytes) {
        case SignedBytes::AsSent:
            return std::string(body);
        case SignedBytes::WithBlanks:
            return with_blanks(body);
        case SignedBytes::Indented:
            return indented(body);
        case SignedBytes::Sorted:
            return sorted(body);
    }
    return {};
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::Vendor:
            return "sha256= and base64";
        case Encoding::HexPrefixed:
            return "sha256= and hexadecimal";
        case Encoding::HexBare:
            return "hexadecimal without sha256=";
        case Encoding::Base64Bare:
            return "base64 without sha256=";
        case Encoding::Base64Url:
            return "sha256= and base64url";
        case Encoding::Unpadded:
            return "sha256= and base64 without its = at the end";
    }
    return {};
}

std::string_view name_of(SignedBytes bytes) {
    switch (bytes) {
        case SignedBytes::AsSent:
            return "the body's bytes";
        case SignedBytes::WithBlanks:
            return "the body with blanks after commas and colons";
        case SignedBytes::Indented:
            return "the indented body";
        case SignedBytes::Sorted:
            return "the body with sorted members";
    }
    return {};
}

std::string signature_of(std::string_view body, std::string_view secret, SignatureForm form) {
    return written(crypto::HmacSha256(secret).sign(signed_text(body, form.bytes)), form.encoding);
}

bool tells_encodings_apart(std::string_view body, std::string_view secret) {
    const std::string base64 = crypto::encode_base64(crypto::HmacSha256(secret).sign(body));
    return base64.contains('+') && base64.contains('/');
}

}  // namespace doctor
