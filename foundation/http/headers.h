// Header fields in the order they were received or set; names compare without case, several of one name may
// stand.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// ASCII only, as header names and scheme names are.
bool equal_ignoring_case(std::string_view left, std::string_view right);

class Headers {
  public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : fields_(fields) {}

    // The first value of that name; the view lives as long as the field.
    std::optional<std::string_view> get(std::string_view name) const;
    void add(std::string name, std::string value);
    // Replaces every field of that name by one.
    void set(std::string name, std::string value);

    std::size_t size() const { return fields_.size(); }
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    friend bool operator==(const Headers&, const Headers&) = default;

  private:
    std::vector<Field> fields_;
};

// True when neither name nor value could break out of its line (no CR, LF or NUL) and the name is a token.
bool is_safe_field(std::string_view name, std::string_view value);

}  // namespace http
