#include "foundation/host/host.h"

#include <gtest/gtest.h>

namespace {

TEST(TransportFailure, has_a_name_for_people) {
    EXPECT_EQ(host::name_of(host::TransportFailure::Refused), "refused");
    EXPECT_EQ(host::name_of(host::TransportFailure::Broken), "broken");
    EXPECT_EQ(host::name_of(host::TransportFailure::TimedOut), "timed out");
}

TEST(Overloaded, picks_the_callable_for_an_effect) {
    const host::Effect effect = host::Trace{"started", {}};
    const auto name = std::visit(host::Overloaded{[](const host::Trace& trace) { return trace.event; },
                                                  [](const auto&) { return std::string("other"); }},
                                 effect);
    EXPECT_EQ(name, "started");
}

}  // namespace
