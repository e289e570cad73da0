// Compact JSON text, written from front to back without a tree in between: for answers that are made often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace json {

// Prints what dump() prints of the same members in the same order. Inside an object every value has its key,
// inside an array none; whoever begins something ends it. A key must not stand twice in an object.
class Writer {
  public:
    // An idea of how long the text will be.
    explicit Writer(std::size_t bytes_expected = 512) { text_.reserve(bytes_expected); }

    void begin_object() { begin('{'); }  // the whole, or an element of an array
    void begin_object(std::string_view key);
    void end_object() { end('}'); }
    void begin_array(std::string_view key);
    void end_array() { end(']'); }

    void text(std::string_view key, std::string_view value);
    // Nothing at all without a value.
    void text_if_any(std::string_view key, const std::optional<std::string>& value);
    void number(std::string_view key, std::int64_t value);
    void flag(std::string_view key, bool value);
    // A value that is JSON text already.
    void embedded(std::string_view key, std::string_view json);
    void element(std::string_view text);

    // The whole text. Everything that was begun has ended; the writer is of no more use.
    std::string take();

  private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void key(std::string_view name);
    void quote(std::string_view text);

    std::string text_;
    std::size_t depth_ = 0;
    bool needs_comma_ = false;
};

}  // namespace json
