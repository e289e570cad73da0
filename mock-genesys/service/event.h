// One thing that happened, as the event feed and the traces tell it (docs/interfaces.md, section 5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/host/host.h"
#include "mock-genesys/core/message.h"

namespace mock {

// Who may see a field: a trace never carries what a customer or an agent wrote.
enum class Audience { Everyone, FeedOnly };

struct EventField {
    std::string_view name;  // a literal
    std::variant<std::string, std::int64_t, Attributes> value;
    Audience audience = Audience::Everyone;
};

struct Event {
    std::string_view kind;  // a literal: "message.inbound"
    std::vector<EventField> fields;
};

// One compact JSON object, in the order of the fields.
std::string encode_event(const Event& event);
host::Trace trace_of(const Event& event);

}  // namespace mock
