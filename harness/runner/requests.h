// The requests that the runner makes, and what their answers say when they refuse.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/runner/world.h"

namespace runner {

// A JSON body to a path; an empty body is sent without a content type.
http::Request post(std::string target, std::string body);

// --- the mock's control interface ---
http::Request agent_request(std::string_view agent, std::string_view what, std::string body);
http::Request agent_lookup(std::string_view agent);
// {"code","text","conversationId"}; members that are empty are left out.
struct AgentBody {
    std::string text;
    std::string code;
    std::string conversation;
};
std::string agent_body(const AgentBody& body);

// --- the bridge's chat channel ---
struct ChatLine {
    std::string user;
    std::string text;
    std::string message_id;
    std::optional<std::string> first_name;
    std::optional<std::string> last_name;
};
http::Request chat_request(std::string_view url_token, std::string_view session, const ChatLine& line);
enum class CustomerIs { Connected, Disconnected };
http::Request presence_request(std::string_view url_token, std::string_view session, std::string_view user,
                               CustomerIs presence);
std::string chat_events_target(std::string_view url_token, std::string_view session);

// --- answers ---

bool is_success(const Reply& reply);
// A chat client sends again: no answer, 429 or a server's failure.
bool is_worth_retrying(const Reply& reply);
// The text member of a JSON body; empty if there is none.
std::string answer_text(const Reply& reply, const char* member);
// The vendor's "code", or that of the bridge's error.
std::string answer_code(const Reply& reply);
// "409 mock.agent.not.connected: ann has no connected conversation", "connection refused"; never longer than
// a line.
std::string describe(const Reply& reply);

}  // namespace runner
