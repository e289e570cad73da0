// One promise that the product makes to customers, agents and administrators, as something that watches a
// run.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/invariants/fact.h"

namespace invariants {

// A promise that was not kept, told by the facts that show it.
struct Breach {
    std::string what;                // a sentence that names the message, customer or conversation
    std::vector<std::size_t> facts;  // numbers
};

class Promise {
  public:
    Promise() = default;
    Promise(const Promise&) = delete;
    Promise& operator=(const Promise&) = delete;
    virtual ~Promise() = default;

    virtual std::string_view name() const = 0;  // words with hyphens
    // Every fact of the run, in order. A breach is told once, when the fact that shows it comes.
    virtual std::optional<Breach> look_at(const Seen& seen) = 0;
    // What must have happened by the time when nothing goes wrong any more and nothing is under way. It may
    // be asked again and again, and what is missing now may still come.
    virtual std::optional<Breach> at_rest() const { return std::nullopt; }
};

using PromisePtr = std::unique_ptr<Promise>;

// Derived has see(const SomeFact&, const Seen&) for the kinds of facts that matter to it, and
// `using Watching::see;` for all others.
template <class Derived>
class Watching : public Promise {
  public:
    std::optional<Breach> look_at(const Seen& seen) override {
        return std::visit([&](const auto& fact) { return static_cast<Derived&>(*this).see(fact, seen); },
                          seen.fact);
    }

  protected:
    template <class Other>
    std::optional<Breach> see(const Other& /*fact*/, const Seen& /*seen*/) {
        return std::nullopt;
    }
};

}  // namespace invariants
