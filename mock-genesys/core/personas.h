// Agents who act alone. A persona plans what a human would do and when: accept what alerts, answer the
// customer's lines by its rules, leave some time after the last line of either side, choose a wrap-up code.
// Only one wake-up is needed: the earliest plan. On accepting it reads the newest line that the customer
// wrote before and answers it like any other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/base/time.h"
#include "mock-genesys/core/organisation.h"

namespace mock {

inline constexpr std::size_t planned_actions_max = 100'000;  // beyond it nothing more is planned

struct AcceptPlanned {};
struct SayPlanned {
    std::string text;
};
struct DisconnectPlanned {};
struct WrapUpPlanned {
    std::string code;
};

struct PersonaAction {
    std::string agent;
    ConversationId conversation;
    std::variant<AcceptPlanned, SayPlanned, DisconnectPlanned, WrapUpPlanned> what;
};

// Agents without a persona are ignored everywhere.
class Personas {
  public:
    explicit Personas(const std::vector<User>& users);

    void alerted(const std::string& agent, const ConversationId& conversation, base::TimePoint now);
    // `line` is the newest the customer wrote before, empty if there is none.
    void connected(const std::string& agent, const ConversationId& conversation, std::string_view line,
                   base::TimePoint now);
    void customer_wrote(const std::string& agent, const ConversationId& conversation, std::string_view line,
                        base::TimePoint now);
    void agent_wrote(const std::string& agent, const ConversationId& conversation, base::TimePoint now);
    // Nothing that was planned for it happens any more; after a connected one a wrap-up is chosen.
    void left(const std::string& agent, const ConversationId& conversation, base::TimePoint now);

    // The earliest action that is due, once.
    std::optional<PersonaAction> take_due(base::TimePoint now);
    std::optional<base::TimePoint> next_wakeup() const;

  private:
    using Due = std::pair<base::TimePoint, std::uint64_t>;  // with a sequence number

    const Persona* find(const std::string& agent) const;
    void plan(base::TimePoint when, PersonaAction action);
    void plan_reply(const Persona& persona, const std::string& agent, const ConversationId& conversation,
                    std::string_view line, base::TimePoint now);
    void plan_disconnect(const std::string& agent, const ConversationId& conversation, base::TimePoint now);

    std::map<std::string, Persona> personas_;
    std::map<Due, PersonaAction> planned_;
    std::uint64_t next_sequence_ = 0;
};

}  // namespace mock
