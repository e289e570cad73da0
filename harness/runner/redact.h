// Takes secrets out of what is shown or written.
#pragma once

#include <string>
#include <vector>

namespace runner {

class Redactor {
  public:
    Redactor() = default;
    explicit Redactor(std::vector<std::string> secrets);
    // Every occurrence of a secret is replaced by "[secret]", longer secrets first.
    std::string operator()(std::string text) const;

  private:
    std::vector<std::string> secrets_;
};

}  // namespace runner
