// A table that is only looked up. It hashes, and offers no way to go through its entries: so no order in a
// program can depend on a hash.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "foundation/base/ids.h"

namespace base {

// Strings are found by views, ids by ids, several views by an array of them.
struct LookupHash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    template <class Tag>
    std::size_t operator()(const Id<Tag>& id) const {
        return (*this)(std::string_view(id.text()));
    }
    template <std::size_t Count>
    std::size_t operator()(const std::array<std::string_view, Count>& parts) const {
        constexpr std::size_t odd_multiplier = 0x9e3779b97f4a7c15U;
        std::size_t hash = 0;
        for (const std::string_view part : parts) hash = (hash ^ (*this)(part)) * odd_multiplier;
        return hash;
    }
};

// An entry stays where it is until it is erased. A key of views must not outlive what it views.
template <class Key, class Value>
class Lookup {
  public:
    // nullptr if there is none.
    template <class AnyKey>
    Value* find(const AnyKey& key) {
        const auto found = entries_.find(key);
        return found == entries_.end() ? nullptr : &found->second;
    }
    template <class AnyKey>
    const Value* find(const AnyKey& key) const {
        const auto found = entries_.find(key);
        return found == entries_.end() ? nullptr : &found->second;
    }
    // The entry of that key: the new one, or the one that is there already, unchanged.
    Value& add(Key key, Value value) {
        return entries_.try_emplace(std::move(key), std::move(value)).first->second;
    }
    // False if there was none.
    template <class AnyKey>
    bool erase(const AnyKey& key) {
        const auto found = entries_.find(key);
        if (found == entries_.end()) return false;
        entries_.erase(found);
        return true;
    }
    std::size_t size() const { return entries_.size(); }

  private:
    std::unordered_map<Key, Value, LookupHash, std::equal_to<>> entries_;
};

}  // namespace base
