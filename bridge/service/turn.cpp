#include "bridge/service/turn.h"

#include <algorithm>
#include <iterator>

namespace bridge {

std::vector<host::Effect> Turn::finish() {
    std::vector<host::Effect> all;
    if (!records_.empty()) {
        host::Persist persist;
        for (auto& [key, value] : records_) persist.records.push_back({key, std::move(value)});
        all.emplace_back(std::move(persist));
    }
    std::ranges::move(effects_, std::back_inserter(all));
    records_.clear();
    effects_.clear();
    return all;
}

}  // namespace bridge
