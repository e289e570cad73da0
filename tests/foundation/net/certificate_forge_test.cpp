#include "foundation/net/certificate_forge.h"

#include <gtest/gtest.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace net {
namespace {

const std::vector<std::string> ref_names{"localhost", "127.0.0.1", "::1", "*.mypurecloud.de"};

struct Authority {
    Key key = make_key();
    Certificate certificate = make_authority(key.get());
};

Certificate server_certificate(const Authority& authority, const Key& key) {
    return make_server_certificate(key.get(), ref_names, authority.certificate.get(), authority.key.get());
}

TEST(CertificateForge, makes_an_authority_that_signs_itself) {
    const Authority authority;
    ASSERT_TRUE(authority.certificate);
    EXPECT_TRUE(belong_together(authority.certificate.get(), authority.key.get()));
    EXPECT_TRUE(is_signed_by(authority.certificate.get(), authority.key.get()));
    EXPECT_TRUE(is_still_valid(authority.certificate.get()));
    EXPECT_EQ(X509_check_ca(authority.certificate.get()), 1);
}

TEST(CertificateForge, makes_a_server_certificate_that_clients_accept_for_its_names) {
    const Authority authority;
    const Key key = make_key();
    const Certificate certificate = server_certificate(authority, key);
    ASSERT_TRUE(certificate);
    EXPECT_TRUE(is_signed_by(certificate.get(), authority.key.get()));
    EXPECT_FALSE(is_signed_by(certificate.get(), key.get()));
    EXPECT_EQ(X509_check_ca(certificate.get()), 0);
    X509* const raw = certificate.get();
    EXPECT_EQ(X509_check_host(raw, "localhost", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_host(raw, "api.mypurecloud.de", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_host(raw, "example.org", 0, 0, nullptr), 0);
    EXPECT_EQ(X509_check_ip_asc(raw, "127.0.0.1", 0), 1);
    EXPECT_EQ(X509_check_ip_asc(raw, "::1", 0), 1);
}

TEST(CertificateForge, knows_which_names_stand_in_a_certificate) {
    const Authority authority;
    const Key key = make_key();
    const Certificate certificate = server_certificate(authority, key);
    EXPECT_TRUE(names_all(certificate.get(), ref_names));
    EXPECT_FALSE(names_all(certificate.get(), {"localhost", "api.example.org"}));
    EXPECT_FALSE(names_all(authority.certificate.get(), {"localhost"}));
}

TEST(CertificateForge, writes_and_reads_PEM) {
    const Authority authority;
    const Key key = key_from_pem(to_pem(authority.key.get()));
    const Certificate certificate = certificate_from_pem(to_pem(authority.certificate.get()));
    ASSERT_TRUE(key && certificate);
    EXPECT_TRUE(belong_together(certificate.get(), key.get()));
    EXPECT_FALSE(key_from_pem("rubbish"));
    EXPECT_FALSE(certificate_from_pem("rubbish"));
}

TEST(CertificateForge, tells_addresses_from_names) {
    EXPECT_TRUE(is_address("10.0.0.1"));
    EXPECT_TRUE(is_address("fe80::1"));
    EXPECT_FALSE(is_address("10.0.0.1.example.org"));
}

}  // namespace
}  // namespace net
