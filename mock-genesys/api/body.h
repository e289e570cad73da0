// The body of a request, read strictly: the first thing that is wrong with it is remembered, so that a reader
// takes all it wants and asks once at the end.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/api/errors.h"

namespace mock {

// Entries of one list in a body; beyond it a request is refused.
inline constexpr std::size_t body_entries_max = 1'000;

// An object of the body. Keys that nobody asks for are ignored, as the vendor ignores read-only and unknown
// ones; null counts as absent.
class Body {
  public:
    // Of the whole request. An empty one stands for an empty object.
    static Body parse(std::string_view text);
    // Of a request whose body is a list of objects, or of texts.
    static std::expected<std::vector<Body>, ApiError> parse_list(std::string_view text);
    static std::expected<std::vector<std::string>, ApiError> parse_texts(std::string_view text);

    // What is wrong so far, in the body or in a part of it.
    const std::optional<ApiError>& error() const { return fault_->error; }

    bool has(std::string_view key) const;
    std::optional<std::string> text(std::string_view key) const;
    // Absent or blank is an error, `missing` or, without one, the validator's words.
    std::string required_text(std::string_view key, const std::optional<ApiError>& missing = {}) const;
    std::optional<bool> flag(std::string_view key) const;
    std::optional<std::int64_t> number(std::string_view key) const;
    std::optional<double> real(std::string_view key) const;
    std::optional<std::vector<std::string>> texts(std::string_view key) const;
    // An object whose values are texts.
    std::optional<std::map<std::string, std::string>> map(std::string_view key) const;
    std::optional<Body> object(std::string_view key) const;
    std::optional<std::vector<Body>> list(std::string_view key) const;
    // The id of a referenced entity: {"division":{"id":"..."}}.
    std::optional<std::string> reference(std::string_view key) const;

    void fail(ApiError error) const;

  private:
    struct Object;
    struct Fault {
        std::optional<ApiError> error;
    };
    Body(std::shared_ptr<const Object> object, std::shared_ptr<Fault> fault)
        : object_(std::move(object)), fault_(std::move(fault)) {}
    void fail_type(std::string_view key, std::string_view type) const;

    std::shared_ptr<const Object> object_;
    std::shared_ptr<Fault> fault_;  // one for the whole body
};

}  // namespace mock
