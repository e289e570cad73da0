// JSON texts that mean the same to a parser and are different bytes. A receiver that verifies the signature
// over what its own serialiser prints, instead of over the bytes that came, refuses some of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/doctor/bodies.h"

namespace doctor {

// A blank after each ',' and ':' outside of strings: what Python's json.dumps prints by default.
std::string with_blanks(std::string_view compact);
// Indented by two, as JSON.stringify(value, null, 2) prints.
std::string indented(std::string_view compact);
// Compact, members in alphabetical order.
std::string sorted(std::string_view compact);

// The name of the spelling that a strict parser may refuse for itself.
inline constexpr std::string_view member_twice = "a member twice";

// Whether spellings that need a member which the vendor does not have may be among them.
enum class UnknownMembers { Avoid, Use };

// The first, "é, € and an emoji", is what the vendor itself sends for such a text; the others are legal JSON
// that only another serialiser than JavaScript's would print.
std::vector<Body> unusual_spellings(Envelopes& envelopes, UnknownMembers unknown_members);

}  // namespace doctor
