// The ways in which receivers expect a signature; one of them is the vendor's.
#pragma once

#include <string>
#include <string_view>

namespace doctor {

// How the digest is written into X-Hub-Signature-256. Vendor: "sha256=" and standard base64 with padding
// (Genesys developer centre, "Validate webhooks").
enum class Encoding { Vendor, HexPrefixed, HexBare, Base64Bare, Base64Url, Unpadded };
std::string_view name_of(Encoding encoding);

// Which bytes are signed. Vendor: those of the body as they are.
enum class SignedBytes { AsSent, WithBlanks, Indented, Sorted };
std::string_view name_of(SignedBytes bytes);

struct SignatureForm {
    Encoding encoding = Encoding::Vendor;
    SignedBytes bytes = SignedBytes::AsSent;
    friend bool operator==(const SignatureForm&, const SignatureForm&) = default;
};

inline constexpr std::string_view signature_header = "X-Hub-Signature-256";

// The value of the header.
std::string signature_of(std::string_view body, std::string_view secret, SignatureForm form);

// True when all encodings of this body's digest are different texts: it has a '+' and a '/' in base64.
bool tells_encodings_apart(std::string_view body, std::string_view secret);

}  // namespace doctor
