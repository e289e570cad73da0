// The text of a run, for people and for comparison: one line per happening, bounded, with a hash over all of
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/base/time.h"
#include "foundation/host/host.h"

namespace sim {

class TraceLog {
  public:
    explicit TraceLog(std::size_t lines_max) : lines_max_(lines_max) {}

    // "12.003000 text"; whatever could break the line is escaped.
    void add(base::Duration at, std::string_view text);

    // The first lines_max of them.
    const std::vector<std::string>& lines() const { return lines_; }
    // How many lines there were, kept or not.
    std::uint64_t count() const { return count_; }
    // FNV-1a over every line and its end.
    std::uint64_t hash() const { return hash_; }

  private:
    std::size_t lines_max_;
    std::vector<std::string> lines_;
    std::uint64_t count_ = 0;
    std::uint64_t hash_ = 0xcbf29ce484222325U;
};

// "webhook.attempt attempt=1 url=http://..."
std::string text_of(const host::Trace& trace);

}  // namespace sim
