#include "harness/invariants/promises.h"

namespace invariants {

std::vector<PromisePtr> all_promises(const Rules& rules) {
    std::vector<PromisePtr> all;
    if (rules.connector == Connector::OurBridge) {
        all.push_back(status_path());
        all.push_back(one_owner(rules));
        all.push_back(attributes_first());
        all.push_back(completed_after_end(rules));
        all.push_back(handover_settles());
    }
    all.push_back(signature(rules));
    all.push_back(isolation());
    all.push_back(outbound_genuine(rules));
    all.push_back(outbound_once());
    all.push_back(outbound_in_order(rules));
    all.push_back(inbound_once(rules));
    all.push_back(inbound_in_order());
    all.push_back(threading(rules));
    all.push_back(one_agent());
    all.push_back(retry_identity());
    all.push_back(webhook_schedule(rules));
    all.push_back(token_use());
    all.push_back(patience());
    all.push_back(acknowledged_is_durable());
    all.push_back(outbound_kept());
    all.push_back(inbound_kept());
    return all;
}

}  // namespace invariants
