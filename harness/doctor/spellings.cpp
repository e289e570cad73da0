#include "harness/doctor/spellings.h"

#include "foundation/json/json.h"

namespace doctor {
namespace {

constexpr int indentation = 2;

// The compact text body in which `plain` has become `unusual`.
std::string respelled(const Envelope& envelope, std::string_view text, std::string_view plain,
                      std::string_view unusual) {
    std::string body = text_body(envelope, text);
    return body.replace(body.find(plain), plain.size(), unusual);
}

// The compact text body with this member at its end.
std::string extended(const Envelope& envelope, std::string_view member) {
    std::string body = text_body(envelope, "A message with one more member");
    body.insert(body.size() - 1, "," + std::string(member));
    return body;
}

}  // namespace

std::string with_blanks(std::string_view compact) {
    std::string out;
    bool in_string = false;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        out += c;
        if (in_string && c == '\\' && i + 1 < compact.size()) out += compact[++i];
        if (c == '"') in_string = !in_string;
        if (!in_string && (c == ',' || c == ':')) out += ' ';
    }
    return out;
}

std::string indented(std::string_view compact) { return json::Ordered::parse(compact).dump(indentation); }

std::string sorted(std::string_view compact) { return json::Value::parse(compact).dump(); }

std::vector<Body> unusual_spellings(Envelopes& envelopes, UnknownMembers unknown_members) {
    std::vector<Body> bodies{
        {"é, € and an emoji in UTF-8", text_body(envelopes.next(), "Grüße, é, € and 😀")},
        {"blanks after commas and colons", with_blanks(text_body(envelopes.next(), "Blanks"))},
        {"indented, with line breaks", indented(text_body(envelopes.next(), "Lines")) + "\n"},
        {"\\u00e9 for é", respelled(envelopes.next(), "caf\u00e9", "\u00e9", "\\u00e9")},
        {"\\/ for /", respelled(envelopes.next(), "either/or", "either/or", "either\\/or")},
        {std::string(member_twice), respelled(envelopes.next(), "Twice", R"("direction":"Outbound")",
                                              R"("direction":"Outbound","direction":"Outbound")")},
    };
    if (unknown_members == UnknownMembers::Avoid) return bodies;
    bodies.push_back({"1.0 for 1", extended(envelopes.next(), R"("number":1.0)")});
    bodies.push_back({"an integer above 2^53", extended(envelopes.next(), R"("number":9007199254740993)")});
    bodies.push_back({"members named 2 and 1", extended(envelopes.next(), R"("map":{"2":"b","1":"a"})")});
    return bodies;
}

}  // namespace doctor
