// What outlives the process: one table of keys and values in an SQLite file.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "foundation/host/host.h"

namespace net {

// Open in one process at a time; not thread-safe. Errors are sentences for people that name the file.
class Store {
  public:
    // Makes the file if it is not there (its directory must be).
    static std::expected<Store, std::string> open(const std::string& path);

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    // Everything, ordered by key as bytes.
    std::expected<std::vector<host::Record>, std::string> load() const;
    // All or nothing, and on the disk when this returns. Later records win over earlier ones of the same key.
    std::expected<void, std::string> commit(const std::vector<host::Record>& records);

  private:
    struct State;
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace net
