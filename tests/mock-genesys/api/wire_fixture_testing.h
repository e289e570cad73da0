// Reads the raw bytes of fixtures/wire/mock.
#pragma once

#include <string>

namespace mock {

// The whole file; a missing file fails the check of the caller by being empty.
std::string wire_fixture(const std::string& name);

}  // namespace mock
