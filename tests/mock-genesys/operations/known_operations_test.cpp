#include "mock-genesys/operations/known_operations.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "mock-genesys/operations/table.h"

namespace mock {
namespace {

TEST(KnownOperations, stand_by_path_and_once) {
    std::string_view before;
    for (const KnownPath& known : known_paths()) {
        EXPECT_LT(before, known.path);
        before = known.path;
        EXPECT_FALSE(known.methods.empty()) << known.path;
    }
}

// A simulated operation that the vendor does not have would be an invention.
TEST(KnownOperations, hold_every_simulated_one) {
    std::set<std::string> known;
    for (const KnownPath& path : known_paths()) known.insert("/api/v2/" + std::string(path.path));
    for (const OperationEntry& entry : all_operations())
        EXPECT_TRUE(known.contains(std::string(entry.pattern)) || entry.pattern == "/oauth/token")
            << entry.pattern;
}

}  // namespace
}  // namespace mock
