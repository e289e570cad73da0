// Targets, query strings and form bodies: decoding and encoding of what stands in a request line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// Name and value, decoded, in order; the first of a repeated name counts.
class Parameters {
  public:
    std::optional<std::string_view> get(std::string_view name) const;
    void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> items_;
};

struct Target {
    std::string_view path;   // still encoded, without the query: "/api/v2/users"
    std::string_view query;  // without "?", empty if none
};
// The views point into `target`.
Target split_target(std::string_view target);

// nullopt on a malformed escape ("%4", "%zz") or an escaped NUL. '+' stays '+'.
std::optional<std::string> percent_decode(std::string_view text);
// Escapes everything but unreserved characters.
std::string percent_encode(std::string_view text);

// "a=1&b=x+y" as browsers send it; '+' is a space. nullopt on a malformed escape.
std::optional<Parameters> parse_form(std::string_view text);

// An absolute http or https URL, cut into what a client needs.
struct Url {
    std::string scheme;        // "http" or "https"
    std::string host;          // name or address, without brackets
    std::uint16_t port = 0;    // the scheme's default if not given
    std::string target = "/";  // path and query
    // "http://127.0.0.1:8080"; the port is always written.
    std::string origin() const;
};
std::optional<Url> parse_url(std::string_view text);

}  // namespace http
