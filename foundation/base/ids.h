// Strong types for what is a plain string or number on the wire, so that one kind of id is never passed as
// another.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <utility>

namespace base {

// A string id. Declare a kind with: struct ConversationTag; using ConversationId = base::Id<ConversationTag>;
template <class Tag>
class Id {
  public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;

  private:
    std::string text_;
};

// A small number that names something for the life of one process.
template <class Tag>
struct Serial {
    std::uint64_t value = 0;
    friend auto operator<=>(const Serial&, const Serial&) = default;
};

}  // namespace base
