// The simulated durable store of one Host: it outlives crashes and holds exactly what was persisted.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/host/host.h"

namespace sim {

class Store {
  public:
    // All of the records, in order: later ones of the same key win.
    void apply(const std::vector<host::Record>& records);
    // Everything that is stored, by key.
    std::vector<host::Record> records() const;

  private:
    std::map<std::string, std::string> values_;
};

}  // namespace sim
