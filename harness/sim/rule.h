// What may happen to a message on its way: one kind of rule per idea, each a plain value.
//
// A rule looks at a Passage (one message about to travel) and acts on it or not. To add a kind: a struct
// below, a place in Action, its line in acts_on() and in Link::decide(), and its test.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "foundation/base/ids.h"
#include "foundation/base/time.h"

namespace sim {

// What external actors are called where a Host has its name.
inline constexpr std::string_view actor_name = "client";
// And an origin that no Host has.
inline constexpr std::string_view nobody_name = "nobody";

enum class Leg {
    Request,   // from the caller to the called
    Response,  // a complete answer on its way back
    Stream,    // a piece of a streamed answer
};
std::string_view name_of(Leg leg);

// One message about to travel. On the way back, from and to are exchanged; method and path stay those of the
// request.
struct Passage {
    Leg leg;
    std::string_view from;  // name of a Host, or actor_name
    std::string_view to;    // likewise, or nobody_name
    std::string_view method;
    std::string_view path;  // without the query
};

// Which passages a rule is about; what is not given matches everything.
struct Match {
    std::optional<Leg> leg;
    std::string from;
    std::string to;
    std::string method;
    std::string path_prefix;
};
bool matches(const Match& match, const Passage& passage);

// Arrives later by that much, on top of the latency. Pieces of one stream stay in order.
struct Delay {
    base::Duration by;
};
// Does not arrive. The caller is told TimedOut when its timeout is over; a stream that lost a piece ends.
struct Drop {};
// A request arrives a second time, that much later; the caller gets the answer that comes first.
struct Duplicate {
    base::Duration after;
};
// Of each two messages the first is held back by that much, so that the second overtakes it.
struct Reorder {
    base::Duration by;
};
// The request was delivered and handled, but its answer is lost on the way.
struct LoseResponse {};

using Action = std::variant<Delay, Drop, Duplicate, Reorder, LoseResponse>;

// Whether the action has a meaning on that leg: pieces of a stream are never duplicated, for example.
bool acts_on(const Action& action, Leg leg);

inline constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

struct Rule {
    Action action;
    Match match;
    std::uint64_t count = 1;  // how many passages it acts on
    std::uint64_t skip = 0;   // how many it lets pass before
};

using RuleId = base::Serial<struct RuleTag>;

}  // namespace sim
