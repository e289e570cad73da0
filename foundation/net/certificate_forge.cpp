#include "foundation/net/certificate_forge.h"

#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace net {
namespace {

constexpr long day_seconds = 24L * 60 * 60;
constexpr long authority_days = 3650;
constexpr long server_days = 397;  // the longest that browsers accept
constexpr int serial_bits = 127;

using Memory = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Names = std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)>;

bool add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()), &X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

void set_name(X509_NAME* name, const char* common_name) {
    const auto add = [name](const char* field, const char* text) {
        X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text),
                                   -1, -1, 0);
    };
    add("O", "Handover local development");
    add("CN", common_name);
}

bool set_random_serial(X509* certificate) {
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_new(), &BN_free);
    return number && BN_rand(number.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

Certificate begin_certificate(EVP_PKEY* key, const char* common_name, long days) {
    Certificate certificate(X509_new());
    if (!certificate || !set_random_serial(certificate.get())) return nullptr;
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day_seconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * day_seconds);
    X509_set_pubkey(certificate.get(), key);
    set_name(X509_get_subject_name(certificate.get()), common_name);
    return certificate;
}

std::string alternative_names(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ",").append(is_address(name) ? "IP:" : "DNS:").append(name);
    return text;
}

std::string text_of(BIO* memory) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string{};
}

Memory memory_of(std::string_view text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free_all};
}

std::string text_of(const GENERAL_NAME& name) {
    if (name.type == GEN_DNS)
        return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(name.d.dNSName)),
                static_cast<std::size_t>(ASN1_STRING_length(name.d.dNSName))};
    if (name.type != GEN_IPADD) return {};
    const int length = ASN1_STRING_length(name.d.iPAddress);
    std::string text(INET6_ADDRSTRLEN, '\0');
    const int family = length == sizeof(in_addr) ? AF_INET : AF_INET6;
    if (::inet_ntop(family, ASN1_STRING_get0_data(name.d.iPAddress), text.data(), INET6_ADDRSTRLEN) ==
        nullptr)
        return {};
    text.resize(text.find('\0'));
    return text;
}

}  // namespace

void FreeWithOpenSsl::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
void FreeWithOpenSsl::operator()(X509* certificate) const { X509_free(certificate); }

Key make_key() { return Key(EVP_EC_gen("P-256")); }

Certificate make_authority(EVP_PKEY* key) {
    Certificate certificate = begin_certificate(key, "Handover local authority", authority_days);
    if (!certificate) return nullptr;
    X509* const raw = certificate.get();
    X509_set_issuer_name(raw, X509_get_subject_name(raw));
    const bool complete = add_extension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                          add_extension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                          add_extension(raw, raw, NID_subject_key_identifier, "hash");
    if (!complete || X509_sign(raw, key, EVP_sha256()) == 0) return nullptr;
    return certificate;
}

Certificate make_server_certificate(EVP_PKEY* key, const std::vector<std::string>& names, X509* authority,
                                    EVP_PKEY* authority_key) {
    Certificate certificate = begin_certificate(key, "localhost", server_days);
    if (!certificate) return nullptr;
    X509* const raw = certificate.get();
    X509_set_issuer_name(raw, X509_get_subject_name(authority));
    const bool complete = add_extension(raw, authority, NID_basic_constraints, "critical,CA:FALSE") &&
                          add_extension(raw, authority, NID_key_usage, "critical,digitalSignature") &&
                          add_extension(raw, authority, NID_ext_key_usage, "serverAuth") &&
                          add_extension(raw, authority, NID_subject_key_identifier, "hash") &&
                          add_extension(raw, authority, NID_authority_key_identifier, "keyid") &&
                          add_extension(raw, authority, NID_subject_alt_name, alternative_names(names));
    if (!complete || X509_sign(raw, authority_key, EVP_sha256()) == 0) return nullptr;
    return certificate;
}

std::string to_pem(EVP_PKEY* key) {
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(memory.get());
}

std::string to_pem(X509* certificate) {
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_X509(memory.get(), certificate);
    return text_of(memory.get());
}

Key key_from_pem(std::string_view pem) {
    return Key(PEM_read_bio_PrivateKey(memory_of(pem).get(), nullptr, nullptr, nullptr));
}

Certificate certificate_from_pem(std::string_view pem) {
    return Certificate(PEM_read_bio_X509(memory_of(pem).get(), nullptr, nullptr, nullptr));
}

bool is_address(const std::string& name) {
    in6_addr room{};
    return ::inet_pton(AF_INET, name.c_str(), &room) == 1 || ::inet_pton(AF_INET6, name.c_str(), &room) == 1;
}

bool belong_together(X509* certificate, EVP_PKEY* key) {
    return X509_check_private_key(certificate, key) == 1;
}

bool is_still_valid(X509* certificate) {
    std::time_t tomorrow = std::time(nullptr) + day_seconds;
    return X509_cmp_time(X509_get0_notAfter(certificate), &tomorrow) > 0;
}

bool is_signed_by(X509* certificate, EVP_PKEY* authority_key) {
    return X509_verify(certificate, authority_key) == 1;
}

bool names_all(X509* certificate, const std::vector<std::string>& names) {
    const Names present(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
        &GENERAL_NAMES_free);
    const int count = sk_GENERAL_NAME_num(present.get());  // -1 if there is no such extension
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i) texts.push_back(text_of(*sk_GENERAL_NAME_value(present.get(), i)));
    return std::ranges::all_of(
        names, [&](const std::string& name) { return std::ranges::find(texts, name) != texts.end(); });
}

}  // namespace net
