// Supported content profiles: which media may pass in which direction ("Supported content profiles", help
// centre).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock-genesys/core/message.h"

namespace mock {

inline constexpr std::string_view default_content_profile = "default";
inline constexpr std::int64_t attachment_bytes_max = 25LL * 1024 * 1024;

struct SupportedContent {
    std::string id;
    std::string name;
    std::vector<std::string> inbound;  // "image/png", "image/*" or "*/*"; none: nothing passes
    std::vector<std::string> outbound;
};

// The profile that every organisation has: everything in, jpg, png and gif out.
SupportedContent make_default_content_profile();

bool is_allowed(const std::vector<std::string>& types, std::string_view mime);

// Inbound media that is not allowed is dropped, the rest of the message is kept.
void drop_disallowed(const SupportedContent& profile, std::vector<Attachment>& content);
// Why the platform does not send this; nullopt: it does.
std::optional<ReceiptReason> refuse_outbound(const SupportedContent& profile,
                                             const std::vector<Attachment>& content);

}  // namespace mock
