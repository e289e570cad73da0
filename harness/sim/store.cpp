#include "harness/sim/store.h"

namespace sim {

void Store::apply(const std::vector<host::Record>& records) {
    for (const host::Record& record : records) {
        if (record.value) {
            values_.insert_or_assign(record.key, *record.value);
        } else {
            values_.erase(record.key);
        }
    }
}

std::vector<host::Record> Store::records() const {
    std::vector<host::Record> all;
    all.reserve(values_.size());
    for (const auto& [key, value] : values_) all.push_back({key, value});
    return all;
}

}  // namespace sim
