// Every promise there is; each has its file of the same name.
#pragma once

#include <vector>

#include "harness/invariants/promise.h"
#include "harness/invariants/rules.h"

namespace invariants {

// --- customer to agent ---
PromisePtr inbound_kept();
PromisePtr inbound_once(const Rules& rules);
PromisePtr inbound_in_order();
PromisePtr attributes_first();
PromisePtr threading(const Rules& rules);
// --- agent to customer ---
PromisePtr outbound_kept();
PromisePtr outbound_once();
PromisePtr outbound_in_order(const Rules& rules);
PromisePtr outbound_genuine(const Rules& rules);
PromisePtr acknowledged_is_durable();
// --- the handover ---
PromisePtr status_path();
PromisePtr one_owner(const Rules& rules);
PromisePtr completed_after_end(const Rules& rules);
PromisePtr handover_settles();
PromisePtr isolation();
PromisePtr one_agent();
// --- the network ---
PromisePtr signature(const Rules& rules);
PromisePtr retry_identity();
PromisePtr webhook_schedule(const Rules& rules);
PromisePtr token_use();
PromisePtr patience();

// All that hold for that connector, in the order in which they are asked.
std::vector<PromisePtr> all_promises(const Rules& rules);

}  // namespace invariants
