// The bodies of the control interface, decoded (docs/interfaces.md, sections 3 and 4). Unlike the vendor's,
// an unknown key is an error: whoever drives the mock wants to know of a typing mistake.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/api/errors.h"
#include "mock-genesys/core/agents.h"
#include "mock-genesys/core/message.h"
#include "mock-genesys/core/values.h"
#include "mock-genesys/faults/fault_list.h"

namespace mock {

inline constexpr std::size_t agent_text_characters_max =
    2'000;  // the vendor's limit of an agent's text (textBody)

struct WebhookChange {
    std::string url;
    std::optional<std::string> secret;
};
struct AgentCommand {
    std::optional<ConversationId> conversation;
    std::string text;                      // of say
    std::vector<Attachment> content = {};  // of say
    std::string code;                      // of wrap-up
};
enum class AgentCommandKind { Choose, Say, WrapUp };

// An empty body stands for an empty object where nothing is required.
std::expected<WebhookChange, ApiError> decode_webhook_change(std::string_view body);
std::expected<AgentCommand, ApiError> decode_agent_command(AgentCommandKind kind, std::string_view body);
std::expected<Fault, ApiError> decode_fault(std::string_view body);

// 400 mock.request.malformed
ApiError malformed(std::string what);

}  // namespace mock
