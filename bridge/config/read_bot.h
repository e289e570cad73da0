// The "bot" part of the configuration file.
#pragma once

#include "bridge/core/settings.h"
#include "foundation/document/fields.h"

namespace bridge {

BotScript read_bot(const document::Node& node, document::Problems& problems);

}  // namespace bridge
