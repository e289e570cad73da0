// An adapter file that uses everything there is.
#pragma once

#include <string>

#include "harness/adapter/read_adapter.h"

namespace adapter {

inline const std::string full_adapter = R"(version: 1
name: Full
start:
  command: [node, "--port=${connector.port}"]
  environment: { SECRET: "${webhook.secret}" }
  ready: /live
webhook: /hook
customer:
  says: { method: PUT, path: "/c/${customer}", headers: { X-Id: "${message.id}" }, body: '{"t":"${text}"}' }
  sees: { path: "/c/${customer}", items: /lines, text: /t, message: /id, source: /by, every: 20ms }
survivesCrash: true
cannot:
  - { step: customer.repeats, because: it has no ids }
  - { tag: happy-path, because: it has no bot }
)";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

inline Adapter full() { return *read_adapter(full_adapter); }

}  // namespace adapter
