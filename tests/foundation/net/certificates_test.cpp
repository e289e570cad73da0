#include "foundation/net/certificates.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "foundation/net/certificate_forge.h"
#include "foundation/net/owned_file.h"
#include "tests/foundation/net/directory_testing.h"

namespace net {
namespace {

class CertificatesTest : public testing::Test {
  protected:
    CertificateFiles ensure(const std::vector<std::string>& names = {}) {
        const auto files = ensure_certificates(directory.path(), names);
        EXPECT_TRUE(files) << files.error();
        return files.value_or(CertificateFiles{});
    }
    std::string text(const char* name) { return read_file(directory.file(name)).value_or(""); }

    net_testing::TemporaryDirectory directory;
};

TEST_F(CertificatesTest, makes_an_authority_and_a_server_certificate_under_it) {
    const CertificateFiles files = ensure({"api.example.org"});
    EXPECT_EQ(files.authority, directory.file("ca.pem"));
    const Certificate server = certificate_from_pem(text("server.pem"));
    const Key authority_key = key_from_pem(text("ca.key"));
    ASSERT_TRUE(server && authority_key);
    EXPECT_TRUE(is_signed_by(server.get(), authority_key.get()));
    EXPECT_TRUE(names_all(server.get(), {"localhost", "127.0.0.1", "::1", "api.example.org"}));
}

TEST_F(CertificatesTest, lets_only_the_owner_read_keys) {
    ensure();
    for (const char* const name : {"ca.key", "server.key"}) {
        struct stat status{};
        ASSERT_EQ(::stat(directory.file(name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(CertificatesTest, keeps_what_is_good) {
    ensure({"api.example.org"});
    const std::string authority = text("ca.pem");
    const std::string server = text("server.pem");
    ensure({"api.example.org"});
    ensure();
    EXPECT_EQ(text("ca.pem"), authority);
    EXPECT_EQ(text("server.pem"), server);
}

TEST_F(CertificatesTest, adds_a_name_under_the_same_authority) {
    ensure();
    const std::string authority = text("ca.pem");
    const std::string server = text("server.pem");
    ensure({"new.example.org"});
    EXPECT_EQ(text("ca.pem"), authority);
    EXPECT_NE(text("server.pem"), server);
}

TEST_F(CertificatesTest, repairs_damaged_files) {
    ensure();
    std::ofstream(directory.file("server.key")) << "damaged";
    ensure();
    EXPECT_TRUE(key_from_pem(text("server.key")));
    std::ofstream(directory.file("ca.pem")) << "damaged";
    ensure();
    const Certificate server = certificate_from_pem(text("server.pem"));
    const Key authority_key = key_from_pem(text("ca.key"));
    ASSERT_TRUE(server && authority_key);
    EXPECT_TRUE(is_signed_by(server.get(), authority_key.get()));
}

TEST_F(CertificatesTest, says_what_is_wrong_with_the_directory) {
    const auto none = ensure_certificates("", {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error(), "no certificate directory is given; TLS needs one to keep its certificates in");
    const auto missing = ensure_certificates(directory.file("missing"), {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error(), "the certificate directory " + directory.file("missing") +
                                   " does not exist; make it, or name another one");
}

}  // namespace
}  // namespace net
