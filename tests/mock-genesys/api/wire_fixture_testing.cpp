#include "tests/mock-genesys/api/wire_fixture_testing.h"

#include <fstream>
#include <iterator>

namespace mock {

std::string wire_fixture(const std::string& name) {
    std::ifstream stream(HANDOVER_SOURCE_DIR "/fixtures/wire/mock/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace mock
