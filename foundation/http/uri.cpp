#include "foundation/http/uri.h"

#include <charconv>

#include "foundation/http/headers.h"

namespace http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            decoded.push_back(' ');
        } else if (text[i] != '%') {
            decoded.push_back(text[i]);
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_value(text[i + 1]);
            const int low = hex_value(text[i + 2]);
            if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return decoded;
}

bool is_unreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

// "host", "host:port", "[::1]:port" into url; false if it is none of them.
bool read_authority(std::string_view authority, Url& url) {
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        if (close == std::string_view::npos) return false;
        url.host = authority.substr(1, close - 1);
        port = authority.substr(close + 1);
    } else {
        const auto colon = authority.find(':');
        url.host = authority.substr(0, colon);
        if (colon != std::string_view::npos) port = authority.substr(colon);
    }
    if (url.host.empty() || authority.contains('@')) return false;
    if (port.empty()) return true;
    const auto [stop, error] = std::from_chars(port.data() + 1, port.data() + port.size(), url.port);
    return port.front() == ':' && error == std::errc{} && stop == port.data() + port.size() && url.port != 0;
}

}  // namespace

std::optional<std::string_view> Parameters::get(std::string_view name) const {
    for (const auto& [item_name, value] : items_)
        if (item_name == name) return value;
    return std::nullopt;
}

Target split_target(std::string_view target) {
    target = target.substr(0, target.find('#'));
    const auto mark = target.find('?');
    if (mark == std::string_view::npos) return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

std::optional<std::string> percent_decode(std::string_view text) { return decode(text, false); }

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return encoded;
}

std::optional<Parameters> parse_form(std::string_view text) {
    Parameters parameters;
    while (!text.empty()) {
        const auto end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), true);
        auto value =
            decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        parameters.add(*std::move(name), *std::move(value));
    }
    return parameters;
}

std::string Url::origin() const {
    const bool is_v6 = host.contains(':');
    return scheme + "://" + (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<Url> parse_url(std::string_view text) {
    const auto separator = text.find("://");
    if (separator == std::string_view::npos) return std::nullopt;
    Url url;
    const std::string_view scheme = text.substr(0, separator);
    if (equal_ignoring_case(scheme, "http")) {
        url.scheme = "http";
        url.port = 80;
    } else if (equal_ignoring_case(scheme, "https")) {
        url.scheme = "https";
        url.port = 443;
    } else {
        return std::nullopt;
    }
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f') return std::nullopt;
    text.remove_prefix(separator + 3);
    const auto path = text.find_first_of("/?#");
    if (!read_authority(text.substr(0, path), url)) return std::nullopt;
    if (path != std::string_view::npos) {
        url.target = text.substr(path, text.substr(path).find('#'));
        if (!url.target.starts_with('/')) url.target.insert(0, 1, '/');
    }
    return url;
}

}  // namespace http
