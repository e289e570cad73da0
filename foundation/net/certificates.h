// A local certificate authority and a server certificate under it, made once and kept in a directory.
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace net {

struct CertificateFiles {
    std::string authority;    // ca.pem: what clients are told to trust
    std::string certificate;  // server.pem
    std::string key;          // server.key
};

// Makes what is missing, expired, not issued by the authority beside it, or does not name all of localhost,
// 127.0.0.1, ::1 and `host_names`
// ("*.example.org" is fine). What is good stays as it is, so that a client's trust lasts. Keys (also ca.key)
// are readable by their owner only. The error is a sentence for people.
std::expected<CertificateFiles, std::string> ensure_certificates(const std::string& directory,
                                                                 const std::vector<std::string>& host_names);

}  // namespace net
