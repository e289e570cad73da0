// A diagnosis for people.
#pragma once

#include <string>
#include <string_view>

#include "harness/doctor/diagnosis.h"

namespace doctor {

enum class Colour { Off, On };

// One line for each check, then each finding with what was sent, what came back, its cause, its consequence
// and its remedy, and a last line with the count.
std::string report_text(const Diagnosis& diagnosis, std::string_view url, Colour colour);

}  // namespace doctor
