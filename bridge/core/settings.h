// What the configuration file says, checked and normalised, as values.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "bridge/core/handover_terms.h"
#include "foundation/base/time.h"

namespace bridge {

// The settings of the node that hands over, under the names of the chatbot platform ("Handover to Agent").
struct HandoverNode {
    HandoverTerms terms;
    std::string language;
    std::vector<std::string> skills;
    std::string priority;
    std::map<std::string, std::string> custom_attributes;
};

struct Rule {
    std::string contains;  // matches without regard to ASCII case; empty: always
    std::variant<Say, HandoverNode> action;
};

struct BotScript {
    std::string greeting;  // empty: none
    // By name: what a line contains, without regard to ASCII case, that has the intent.
    std::map<std::string, std::vector<std::string>> intents;
    std::vector<Rule> rules;  // the first that matches answers
    Say on_queue;             // only for terms that send the event, as the next
    Say on_active;
    Say on_completed;
    Say on_cancelled;
    Say on_error;
};

struct EndpointSettings {
    std::string name;
    std::string url_token;
};

struct GenesysSettings {
    std::string host;  // "mypurecloud.de"
    std::string login_origin;
    std::string api_origin;
    std::string deployment_name;
    std::string queue_id;
    std::string webhook_secret;  // empty: webhooks are accepted without a signature
    bool send_profile = false;
    std::string client_id;
    std::string client_secret;
    std::string acceptance_text;  // flow text that means "you are in the queue"; never shown
};

// What happens to a line of which nobody knows whether Genesys has it: a crash or a lost answer came between.
enum class UncertainLines {
    Resend,     // sent again with the same message id; no vendor document says that a repetition is dropped
    Reconcile,  // Genesys is asked first
};

struct Settings {
    EndpointSettings endpoint;
    GenesysSettings genesys;
    base::Duration poll_every{};
    std::string event_key;        // of posted end events; empty: none are taken
    std::string organisation_id;  // events of other organisations are ignored; empty: not checked
    UncertainLines uncertain_lines = UncertainLines::Reconcile;
    std::size_t calls_per_minute_max = 300;
    BotScript bot;
    std::vector<std::string> warnings;  // for people, each one line: what is allowed but probably not meant
};

// Both origins at once, as the offline mock serves them.
inline void set_genesys_origin(Settings& settings, const std::string& origin) {
    settings.genesys.login_origin = origin;
    settings.genesys.api_origin = origin;
}

}  // namespace bridge
