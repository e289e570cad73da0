// A diagnosis for programs; docs/interfaces.md describes its members.
#pragma once

#include <string>
#include <string_view>

#include "harness/doctor/diagnosis.h"

namespace doctor {

std::string report_json(const Diagnosis& diagnosis, std::string_view url);

}  // namespace doctor
