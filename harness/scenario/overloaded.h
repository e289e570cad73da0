// For std::visit over the kinds of a step: std::visit(Overloaded{[](const CustomerSays&) {...}, ...},
// action).
#pragma once

namespace scenario {

template <class... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};

}  // namespace scenario
