#include "foundation/json/writer.h"

#include <algorithm>
#include <utility>

#include "foundation/base/check.h"
#include "foundation/json/json.h"

namespace json {
namespace {

// Printed by every JSON library as it is.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= ' ' && byte < 0x7f && c != '"' && c != '\\';
}

}  // namespace

void Writer::begin_object(std::string_view name) {
    key(name);
    begin('{');
}

void Writer::begin_array(std::string_view name) {
    key(name);
    begin('[');
}

void Writer::text(std::string_view name, std::string_view value) {
    key(name);
    quote(value);
}

void Writer::text_if_any(std::string_view name, const std::optional<std::string>& value) {
    if (value) text(name, *value);
}

void Writer::number(std::string_view name, std::int64_t value) { embedded(name, std::to_string(value)); }

void Writer::flag(std::string_view name, bool value) { embedded(name, value ? "true" : "false"); }

void Writer::embedded(std::string_view name, std::string_view json) {
    key(name);
    text_.append(json);
    needs_comma_ = true;
}

void Writer::element(std::string_view text) {
    separate();
    quote(text);
}

std::string Writer::take() {
    base::check(depth_ == 0, "what a JSON writer has begun has ended");
    return std::move(text_);
}

void Writer::begin(char bracket) {
    separate();
    text_.push_back(bracket);
    ++depth_;
    needs_comma_ = false;
}

void Writer::end(char bracket) {
    base::check(depth_ > 0, "only what a JSON writer has begun can end");
    text_.push_back(bracket);
    --depth_;
    needs_comma_ = true;
}

void Writer::separate() {
    if (std::exchange(needs_comma_, false)) text_.push_back(',');
}

void Writer::key(std::string_view name) {
    separate();
    quote(name);
    text_.push_back(':');
    needs_comma_ = false;
}

// Most texts need nothing but their quotes; the library prints the others.
void Writer::quote(std::string_view text) {
    if (std::ranges::all_of(text, is_plain))
        text_.append(1, '"').append(text).append(1, '"');
    else
        text_.append(dump(text));
    needs_comma_ = true;
}

}  // namespace json
