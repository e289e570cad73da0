#include "mock-genesys/service/event.h"

#include "foundation/json/json.h"

namespace mock {
namespace {

json::Ordered value_of(const EventField& field) {
    return std::visit(host::Overloaded{[](const Attributes& attributes) {
                                           json::Ordered object = json::Ordered::object();
                                           for (const auto& [key, value] : attributes) object[key] = value;
                                           return object;
                                       },
                                       [](const auto& plain) { return json::Ordered(plain); }},
                      field.value);
}

std::string text_of(const EventField& field) {
    return std::visit(host::Overloaded{[](const std::string& text) { return text; },
                                       [](std::int64_t number) { return std::to_string(number); },
                                       [](const Attributes&) { return std::string(); }},
                      field.value);
}

}  // namespace

std::string encode_event(const Event& event) {
    json::Ordered object = json::Ordered::object();
    for (const EventField& field : event.fields) object[std::string(field.name)] = value_of(field);
    return json::dump(object);
}

host::Trace trace_of(const Event& event) {
    host::Trace trace{std::string(event.kind), {}};
    for (const EventField& field : event.fields)
        if (field.audience == Audience::Everyone) trace.fields.emplace_back(field.name, text_of(field));
    return trace;
}

}  // namespace mock
