#include "mock-genesys/organisation/read_users.h"

namespace mock {
namespace {

std::optional<base::Duration> optional_duration(document::Fields& fields, std::string_view key,
                                                document::Problems& problems) {
    const document::Node* const node = fields.optional_node(key);
    if (node == nullptr) return std::nullopt;
    return document::as_duration(*node, "'" + std::string(key) + "'", problems);
}

PersonaReply read_reply(const document::Node& node, document::Problems& problems) {
    document::Fields fields(node, problems);
    PersonaReply reply;
    reply.contains = fields.text_or("contains", "");
    reply.text = fields.text("text");
    reply.after = fields.duration_or("after", {});
    fields.finish();
    return reply;
}

PersonaWrapUp read_wrap_up(const document::Node& node, NamedNodes& codes, document::Problems& problems) {
    document::Fields fields(node, problems);
    PersonaWrapUp wrap_up;
    wrap_up.code = fields.text("code");
    wrap_up.after = fields.duration_or("after", {});
    codes.refer_at(node, "code");
    fields.finish();
    return wrap_up;
}

Persona read_persona(const document::Node& node, NamedNodes& codes, document::Problems& problems) {
    document::Fields fields(node, problems);
    Persona persona;
    persona.on_queue = fields.bool_or("onQueue", true);
    persona.accept_after = optional_duration(fields, "acceptAfter", problems);
    for (const document::Node& reply : fields.items("replies"))
        persona.replies.push_back(read_reply(reply, problems));
    persona.disconnect_after = optional_duration(fields, "disconnectAfter", problems);
    if (const document::Node* const wrap_up = fields.optional_node("wrapUp"))
        persona.wrap_up = read_wrap_up(*wrap_up, codes, problems);
    fields.finish();
    return persona;
}

}  // namespace

User read_user(const document::Node& node, UserNames names, document::Problems& problems) {
    document::Fields fields(node, problems);
    User user;
    user.name = fields.text("name");
    names.users.define(user.name, fields.at(), problems);
    user.id = UserId(fields.text_or("id", ""));
    user.display_name = fields.text_or("displayName", user.name);
    if (const document::Node* const persona = fields.optional_node("persona"))
        user.persona = read_persona(*persona, names.wrap_up_codes, problems);
    user.roles = names.roles.read_references(fields, "roles", problems);
    fields.finish();
    return user;
}

}  // namespace mock
