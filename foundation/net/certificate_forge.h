// Keys and X.509 certificates, made and read through OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// OpenSSL's names for what it calls EVP_PKEY and X509.
struct evp_pkey_st;
struct x509_st;

namespace net {

struct FreeWithOpenSsl {
    void operator()(evp_pkey_st* key) const;
    void operator()(x509_st* certificate) const;
};
using Key = std::unique_ptr<evp_pkey_st, FreeWithOpenSsl>;
using Certificate = std::unique_ptr<x509_st, FreeWithOpenSsl>;

// All of these give null (or an empty text) on any failure.
Key make_key();
Certificate make_authority(evp_pkey_st* key);
// `names` are host names or addresses.
Certificate make_server_certificate(evp_pkey_st* key, const std::vector<std::string>& names,
                                    x509_st* authority, evp_pkey_st* authority_key);

std::string to_pem(evp_pkey_st* key);
std::string to_pem(x509_st* certificate);
Key key_from_pem(std::string_view pem);
Certificate certificate_from_pem(std::string_view pem);

bool is_address(const std::string& name);
bool belong_together(x509_st* certificate, evp_pkey_st* key);
// For a day at least.
bool is_still_valid(x509_st* certificate);
bool is_signed_by(x509_st* certificate, evp_pkey_st* authority_key);
// "*.example.org" must stand there literally.
bool names_all(x509_st* certificate, const std::vector<std::string>& names);

}  // namespace net
