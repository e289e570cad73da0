// What the organisation and the bridge of a run are set up to do, as far as promises depend on it.
#pragma once

#include <set>
#include <string>

#include "foundation/base/time.h"

namespace invariants {

// Whose handover it is. Promises about attributes, status and the bot are made by our bridge only.
enum class Connector { OurBridge, SomebodyElses };

struct Rules {
    Connector connector = Connector::OurBridge;
    std::string webhook_secret;        // empty: signatures are not judged
    bool repeats_are_ignored = true;   // switch repeatedMessageId
    bool webhooks_are_ordered = true;  // switch webhookOrder
    base::Duration threading_window = std::chrono::minutes{4320};
    std::set<std::string>
        bot_answers;  // what the bot answers to lines; said while a human owns the chat: wrong
    // How much later one feed may tell than another. Zero where all feeds share one order of events.
    base::Duration feed_lag{};
};

}  // namespace invariants
