// A stage for the bridge: a service, its store, a clock that is moved by hand, and a small Genesys that
// answers its calls.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bridge/core/settings.h"
#include "foundation/host/host.h"

namespace bridge::testing {

using namespace std::chrono_literals;

inline constexpr std::string_view stub_secret = "webhook-secret-of-the-stage";
inline constexpr std::string_view chat_path = "/chat/demo-token/anna/";

Settings stub_settings();

// What reached Genesys, in the order of arrival, each message id once (as the mock's switch repeatedMessageId
// has it).
struct FakeMessage {
    std::string id;
    std::string from;
    std::string text;
    std::string body;
};

struct FakeConversation {
    std::string id;
    bool customer_left = false;
    std::vector<std::string> agent_messages;
    std::vector<std::string> customer_messages;  // ids of Genesys
};

// Answers what the bridge asks. Faults are taken from `faults` first, one per call whose target contains the
// text.
class FakeGenesys {
  public:
    struct Fault {
        std::string target_part;
        std::variant<http::Response, host::TransportFailure> result;
        bool is_handled = false;  // the call takes effect although the answer is this
    };

    host::CallFinished answer(const host::Call& call);

    std::deque<Fault> faults;
    std::vector<FakeMessage> messages;
    std::vector<std::string> requests;                      // "POST /oauth/token"
    std::map<std::string, FakeConversation> conversations;  // by the customer's address
    bool appends_repetitions = false;                       // as the mock's switch repeatedMessageId: append
    std::string integration_name = "chatbot";
    std::string client_secret = "s3cret-of-the-client";
    int token_seconds = 86'400;
    std::set<std::string> valid_tokens;
    std::vector<std::string> tokens;  // every one that was issued

  private:
    http::Response respond(const http::Request& request);
    http::Response issue_token(const http::Request& request);
    http::Response take_message(const http::Request& request);
    http::Response read_conversation(const std::string& id) const;
    http::Response read_message(const std::string& id) const;
    int conversations_begun_ = 0;
};

class Stage {
  public:
    explicit Stage(Settings settings = stub_settings());

    // --- the customer ---
    host::RequestId request(std::string method, std::string target, std::string body = {},
                            http::Headers headers = {});
    // Says it and returns the answer, if the bridge lived long enough to give one.
    std::optional<http::Response> exchange(std::string method, std::string target, std::string body = {},
                                           http::Headers headers = {});
    std::optional<http::Response> say(const std::string& text, const std::string& message_id = {});
    host::RequestId listen(const std::string& cursor = "0");
    // "bot: Hello", "agent: Hi", "status: queue 1" of everything that a reader from the beginning is told.
    std::vector<std::string> shown();

    // --- Genesys ---
    // The webhook of an agent's or the flow's text, signed; its body.
    std::string webhook_body(const std::string& id, const std::string& text,
                             const std::string& from = "Human", const std::string& customer = "anna");
    std::optional<http::Response> deliver(const std::string& body);
    std::optional<http::Response> agent_says(const std::string& id, const std::string& text);

    // --- time ---
    // Answers all calls that are open, and those that follow from them.
    void settle();
    void run_for(base::Duration duration);

    // --- crashes ---
    // The effect with that number, counted from 1 over the life of the stage, is not executed any more.
    void crash_at_effect(std::size_t number) { crash_at_ = number; }
    bool has_crashed() const { return service == nullptr; }
    void restart(std::uint64_t seed = 7);
    std::size_t effects_executed() const { return effects_executed_; }

    std::size_t count(std::string_view event) const;

    Settings settings;
    FakeGenesys genesys;
    std::map<std::string, std::string> store;
    std::unique_ptr<host::Host> service;
    base::Now now;
    std::map<host::RequestId, http::Response> responses;
    std::map<host::RequestId, std::string> streams;  // open ones, with what was sent
    std::deque<host::Call> calls;                    // not answered yet
    std::vector<host::Trace> traces;
    std::vector<std::vector<host::Record>> persisted;

  private:
    void give(host::Input input);
    void execute(const host::Effect& effect);
    void advance(base::Duration duration);

    std::uint64_t last_request_ = 0;
    std::size_t effects_executed_ = 0;
    std::size_t crash_at_ = 0;
};

// The events in a stream's bytes, as Stage::shown words them, with their ids.
std::vector<std::pair<std::uint64_t, std::string>> parse_events(std::string_view bytes);

}  // namespace bridge::testing
