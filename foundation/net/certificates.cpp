#include "foundation/net/certificates.h"

#include <filesystem>
#include <utility>

#include "foundation/net/certificate_forge.h"
#include "foundation/net/owned_file.h"

namespace net {
namespace {

using Outcome = std::expected<void, std::string>;

struct Identity {
    Key key;
    Certificate certificate;
};

struct Paths {
    std::string authority, authority_key, certificate, key;
};

Paths paths_in(const std::string& directory) {
    const auto in = [&](const char* name) { return (std::filesystem::path(directory) / name).string(); };
    return {in("ca.pem"), in("ca.key"), in("server.pem"), in("server.key")};
}

std::vector<std::string> all_names(const std::vector<std::string>& host_names) {
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    names.insert(names.end(), host_names.begin(), host_names.end());
    return names;
}

Outcome check_directory(const std::string& directory) {
    if (directory.empty())
        return std::unexpected(
            "no certificate directory is given; TLS needs one to keep its certificates in");
    std::error_code error;
    if (std::filesystem::is_directory(directory, error)) return {};
    return std::unexpected("the certificate directory " + directory +
                           " does not exist; make it, or name another one");
}

std::optional<Identity> load(const std::string& certificate_path, const std::string& key_path) {
    const auto certificate_pem = read_file(certificate_path);
    const auto key_pem = read_file(key_path);
    if (!certificate_pem || !key_pem) return std::nullopt;
    Identity identity{key_from_pem(*key_pem), certificate_from_pem(*certificate_pem)};
    const bool good = identity.key && identity.certificate &&
                      belong_together(identity.certificate.get(), identity.key.get()) &&
                      is_still_valid(identity.certificate.get());
    if (!good) return std::nullopt;
    return identity;
}

Outcome save(const Identity& identity, const std::string& certificate_path, const std::string& key_path) {
    if (!identity.key || !identity.certificate)
        return std::unexpected("OpenSSL could not make a certificate");
    if (auto saved = write_atomically(key_path, to_pem(identity.key.get()), Readers::OwnerOnly); !saved)
        return saved;
    return write_atomically(certificate_path, to_pem(identity.certificate.get()), Readers::Everybody);
}

Identity make_authority_identity() {
    Identity identity{make_key(), nullptr};
    if (identity.key) identity.certificate = make_authority(identity.key.get());
    return identity;
}

Identity make_server_identity(const Identity& authority, const std::vector<std::string>& names) {
    Identity identity{make_key(), nullptr};
    if (identity.key)
        identity.certificate = make_server_certificate(identity.key.get(), names, authority.certificate.get(),
                                                       authority.key.get());
    return identity;
}

}  // namespace

std::expected<CertificateFiles, std::string> ensure_certificates(const std::string& directory,
                                                                 const std::vector<std::string>& host_names) {
    if (auto there = check_directory(directory); !there) return std::unexpected(std::move(there.error()));
    const Paths paths = paths_in(directory);
    const std::vector<std::string> names = all_names(host_names);

    auto authority = load(paths.authority, paths.authority_key);
    if (!authority) {
        authority = make_authority_identity();
        if (auto saved = save(*authority, paths.authority, paths.authority_key); !saved)
            return std::unexpected(std::move(saved.error()));
    }
    CertificateFiles files{paths.authority, paths.certificate, paths.key};
    const auto server = load(paths.certificate, paths.key);
    const bool good = server && is_signed_by(server->certificate.get(), authority->key.get()) &&
                      names_all(server->certificate.get(), names);
    if (good) return files;
    const auto saved = save(make_server_identity(*authority, names), paths.certificate, paths.key);
    if (!saved) return std::unexpected(saved.error());
    return files;
}

}  // namespace net
