#include "bridge/core/attributes.h"

namespace bridge {

std::map<std::string, std::string> attributes(const HandoverNode& node, const std::string& queue_id,
                                              const std::string& user_id) {
    std::map<std::string, std::string> all = node.custom_attributes;
    std::string skills;
    for (const std::string& skill : node.skills) skills += (skills.empty() ? "" : ",") + skill;
    const std::array<std::string, reserved_attributes.size()> values{queue_id, node.language, skills, user_id,
                                                                     node.priority};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].empty()) all[std::string(reserved_attributes[i])] = values[i];
    return all;
}

}  // namespace bridge
