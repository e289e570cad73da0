// What the steps of a run have kept under a name, and where they did.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace runner {

struct Captured {
    std::string value;
    unsigned line = 0;  // of the step that captured it
};

// Later captures of a name replace earlier ones, as the reader of a story expects.
class Captures {
  public:
    void keep(const std::string& name, std::string value, unsigned line);
    // "Hello ${a}" with the value put in. A name that nothing captured stays as it is written.
    std::string fill(std::string_view text) const;
    const std::map<std::string, Captured>& all() const { return all_; }

  private:
    std::map<std::string, Captured> all_;
};

}  // namespace runner
