// Adapter files, read strictly.
#pragma once

#include <expected>
#include <string_view>

#include "foundation/document/fields.h"
#include "harness/adapter/adapter.h"

namespace adapter {

// Every problem of the file at once, each with its position.
std::expected<Adapter, document::Problems> read_adapter(std::string_view text);

}  // namespace adapter
