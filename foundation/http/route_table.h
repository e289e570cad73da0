// A pure route table: method and path pattern to a value, usually an enumerator or a member pointer.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/http/uri.h"

namespace http {

// A pattern cut at its slashes; "{name}" segments match any one non-empty segment and bind it, decoded.
class PathPattern {
  public:
    explicit PathPattern(std::string_view pattern);

    // The bound parameters, or nullopt if the path (without query) does not match.
    std::optional<Parameters> match(std::string_view path) const;
    // True when this pattern has a literal where the other, matching the same path, has a parameter first.
    bool more_specific_than(const PathPattern& other) const;

  private:
    bool fits(std::string_view path) const;

    struct Segment {
        std::string text;
        bool is_parameter;
    };
    std::vector<Segment> segments_;
};

struct PathUnknown {};
struct MethodNotAllowed {
    std::vector<std::string> allowed;  // in the order of registration
};
template <class Value>
struct RouteFound {
    const Value* value;  // lives as long as the table
    Parameters parameters;
};

// Lookup prefers literal segments to parameters ("/messages/inbound/open" before "/messages/{id}/open").
template <class Value>
class RouteTable {
  public:
    using Result = std::variant<RouteFound<Value>, MethodNotAllowed, PathUnknown>;

    void add(std::string method, std::string_view pattern, Value value) {
        const Route route{std::move(method), PathPattern(pattern), std::move(value)};
        const auto place = std::ranges::find_if(
            routes_, [&](const Route& other) { return route.pattern.more_specific_than(other.pattern); });
        routes_.insert(place, route);
    }

    Result find(std::string_view method, std::string_view target) const {
        const std::string_view path = split_target(target).path;
        MethodNotAllowed refused;
        for (const Route& route : routes_) {
            auto parameters = route.pattern.match(path);
            if (!parameters) continue;
            if (route.method == method) return RouteFound<Value>{&route.value, *std::move(parameters)};
            refused.allowed.push_back(route.method);
        }
        if (refused.allowed.empty()) return PathUnknown{};
        return refused;
    }

  private:
    struct Route {
        std::string method;
        PathPattern pattern;
        Value value;
    };
    std::vector<Route> routes_;
};

}  // namespace http
