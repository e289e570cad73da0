#include "mock-genesys/operations/table.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "mock-genesys/operations/known_operations.h"
#include "mock-genesys/operations/resources.h"

namespace mock {
namespace {

using Name = std::pair<std::string_view, std::string_view>;  // method, pattern

// The patterns live as long as the program.
std::string_view full_pattern(std::string_view path) {
    static std::deque<std::string> patterns;
    return patterns.emplace_back("/api/v2/" + std::string(path));
}

void add_not_simulated(std::vector<OperationEntry>& entries) {
    std::set<Name> simulated;
    for (const OperationEntry& entry : entries) simulated.emplace(entry.method, entry.pattern);
    for (const KnownPath& known : known_paths()) {
        const std::string_view pattern = full_pattern(known.path);
        std::string_view methods = known.methods;
        while (!methods.empty()) {
            const std::string_view method = methods.substr(0, methods.find(' '));
            methods.remove_prefix(std::min(methods.size(), method.size() + 1));
            if (!simulated.contains({method, pattern}))
                entries.push_back({Operation::KnownButNotSimulated, method, pattern, {}});
        }
    }
}

std::vector<OperationEntry> assemble() {
    std::vector<OperationEntry> entries = operations();
    for (const ResourceOperations of_resource : resources)
        std::ranges::copy(of_resource(), std::back_inserter(entries));
    add_not_simulated(entries);
    return entries;
}

}  // namespace

const std::vector<OperationEntry>& all_operations() {
    static const std::vector<OperationEntry> entries = assemble();
    return entries;
}

http::RouteTable<const OperationEntry*> operation_routes() {
    http::RouteTable<const OperationEntry*> routes;
    for (const OperationEntry& entry : all_operations())
        routes.add(std::string(entry.method), entry.pattern, &entry);
    return routes;
}

}  // namespace mock
