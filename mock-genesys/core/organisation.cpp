#include "mock-genesys/core/organisation.h"

#include <algorithm>

namespace mock {

TypingSetting typing_of(const Organisation& organisation, const Integration& integration) {
    const auto found =
        std::ranges::find(organisation.platform_configs, integration.platform_config, &PlatformConfig::name);
    return found == organisation.platform_configs.end() ? TypingSetting{} : found->typing;
}

SupportedContent content_profile_of(const Organisation& organisation, const Integration& integration) {
    const auto found = std::ranges::find(organisation.supported_content,
                                         integration.supported_content_profile, &SupportedContent::name);
    return found == organisation.supported_content.end() ? make_default_content_profile() : *found;
}

}  // namespace mock
