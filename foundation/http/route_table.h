// A pure route table: method and path pattern to a value, usually an enumerator or a member pointer.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
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

  private:
    bool fits(std::string_view path) const;

    struct Segment {
        std::string text;
        bool is_parameter;
    };
    std::vector<Segment> segments_;
};

// Which of many patterns fit a path, found segment by segment, so that a table of hundreds costs no more than
// one of ten.
class PathTree {
  public:
    void add(std::string_view pattern, std::size_t route);
    // The routes whose pattern fits the path, more specific ones first.
    std::vector<std::size_t> find(std::string_view path) const;

  private:
    struct Node {
        std::map<std::string, Node, std::less<>> literals;
        std::vector<Node> parameter;  // one, or none
        std::vector<std::size_t> routes;
    };
    static void collect(const Node& node, std::string_view path, std::vector<std::size_t>& found);

    Node root_;
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
        tree_.add(pattern, routes_.size());
        routes_.push_back({std::move(method), PathPattern(pattern), std::move(value)});
    }

    Result find(std::string_view method, std::string_view target) const {
        const std::string_view path = split_target(target).path;
        MethodNotAllowed refused;
        for (const std::size_t index : tree_.find(path)) {
            const Route& route = routes_[index];
            auto parameters = route.pattern.match(path);
            if (!parameters) continue;  // a malformed escape
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
    std::vector<Route> routes_;  // in the order of registration
    PathTree tree_;
};

}  // namespace http
