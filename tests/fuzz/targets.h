// What the fuzzers feed: each function takes any bytes and must return, whatever they are. Findings are
// crashes, sanitizer reports and broken contracts.
#pragma once

#include <string_view>

namespace fuzz {

// A connection's bytes, cut where the first byte says.
void http_parser(std::string_view bytes);
void json_text(std::string_view bytes);
void organisation_file(std::string_view bytes);
void bridge_configuration(std::string_view bytes);
void scenario_file(std::string_view bytes);
// A signed webhook at a bridge and an API request at a mock: first line is the target, the rest the body.
void requests(std::string_view bytes);

}  // namespace fuzz
