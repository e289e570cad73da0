#include "mock-genesys/core/supported_content.h"

#include <algorithm>

namespace mock {
namespace {

bool matches(std::string_view type, std::string_view mime) {
    constexpr std::string_view any = "*/*";
    if (type == any || type == mime) return true;
    constexpr std::string_view wildcard = "/*";
    return type.ends_with(wildcard) && mime.starts_with(type.substr(0, type.size() - 1));
}

}  // namespace

SupportedContent make_default_content_profile() {
    return {{}, std::string(default_content_profile), {"*/*"}, {"image/jpeg", "image/png", "image/gif"}};
}

bool is_allowed(const std::vector<std::string>& types, std::string_view mime) {
    return std::ranges::any_of(types, [&](std::string_view type) { return matches(type, mime); });
}

void drop_disallowed(const SupportedContent& profile, std::vector<Attachment>& content) {
    std::erase_if(
        content, [&](const Attachment& attachment) { return !is_allowed(profile.inbound, attachment.mime); });
}

std::optional<ReceiptReason> refuse_outbound(const SupportedContent& profile,
                                             const std::vector<Attachment>& content) {
    for (const Attachment& attachment : content) {
        if (!is_allowed(profile.outbound, attachment.mime))
            return ReceiptReason{"MediaTypeNotAllowed", "The media type " + attachment.mime +
                                                            " is not allowed by the profile '" +
                                                            profile.name + "'."};
        if (attachment.size_bytes.value_or(0) > attachment_bytes_max)
            return ReceiptReason{"InvalidMediaContentLength", "The attachment is larger than 25 MB."};
    }
    return std::nullopt;
}

}  // namespace mock
