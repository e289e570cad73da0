#include "mock-genesys/service/event.h"

#include "foundation/json/writer.h"

namespace mock {
namespace {

void write(json::Writer& out, const EventField& field) {
    std::visit(host::Overloaded{[&](const std::string& text) { out.text(field.name, text); },
                                [&](std::int64_t number) { out.number(field.name, number); },
                                [&](const Attributes& attributes) {
                                    out.begin_object(field.name);
                                    for (const auto& [key, value] : attributes) out.text(key, value);
                                    out.end_object();
                                }},
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
    json::Writer out;
    out.begin_object();
    for (const EventField& field : event.fields) write(out, field);
    out.end_object();
    return out.take();
}

host::Trace trace_of(const Event& event) {
    host::Trace trace{std::string(event.kind), {}};
    for (const EventField& field : event.fields)
        if (field.audience == Audience::Everyone) trace.fields.emplace_back(field.name, text_of(field));
    return trace;
}

}  // namespace mock
