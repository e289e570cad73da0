#include <fmt/format.h>

#include "harness/runner/perform.h"

namespace runner {
namespace {

std::optional<Trouble> trouble(document::Position at, std::string wanted, std::string got) {
    return Trouble{Blame::Promise, {at, std::move(wanted), std::move(got), {}, {}}};
}

// A line that is on its way is done when it is acknowledged, refused, or has failed once: then the client
// goes on trying in the background, and the story goes on, to the step that brings the bridge back.
std::optional<Trouble> deliver(ChatClient& client, document::Position at, Stage& stage) {
    const unsigned vain_before = client.vain_attempts();
    const bool is_settled = stage.advance(
        [&] { return !client.has_pending_lines() || client.vain_attempts() > vain_before; }, answer_limit);
    if (const auto refusal = client.take_refusal()) return trouble(at, "the line to be accepted", *refusal);
    if (!is_settled)
        return trouble(at, "the line to be accepted",
                       fmt::format("no answer within {}", base::to_seconds_text(answer_limit)));
    if (client.has_pending_lines())
        stage.note("the bridge does not answer; the customer's client keeps trying");
    return std::nullopt;
}

}  // namespace

std::optional<Trouble> perform_customer(const scenario::CustomerSays& step, document::Position at,
                                        Stage& stage) {
    ChatClient& client = stage.customer(step.customer);
    client.say({client.user(), stage.captures().fill(step.text), stage.random().uuid(), step.first_name,
                step.last_name});
    return deliver(client, at, stage);
}

std::optional<Trouble> perform_customer(const scenario::CustomerRepeats& step, document::Position at,
                                        Stage& stage) {
    ChatClient& client = stage.customer(step.customer);
    client.repeat();
    return deliver(client, at, stage);
}

std::optional<Trouble> perform_customer(const scenario::CustomerReconnects& step, document::Position /*at*/,
                                        Stage& stage) {
    stage.customer(step.customer).reconnect(stage.now());
    return std::nullopt;
}

std::optional<Trouble> perform_customer(const scenario::CustomerReloads& step, document::Position at,
                                        Stage& stage) {
    ChatClient& client = stage.customer(step.customer);
    client.reload(stage.now());
    if (stage.advance([&] { return client.replay_missing() == 0; }, answer_limit)) return std::nullopt;
    return trouble(at, "every event so far again", fmt::format("{} are missing", client.replay_missing()));
}

std::optional<Trouble> perform_customer(const scenario::CustomerPresence& step, document::Position at,
                                        Stage& stage) {
    const ChatClient& client = stage.customer(step.customer);
    const CustomerIs presence =
        step.presence == scenario::Presence::Left ? CustomerIs::Disconnected : CustomerIs::Connected;
    const auto reply = stage.exchange(
        Place::Bridge, presence_request(client.url_token(), client.session(), client.user(), presence),
        answer_limit);
    if (reply && is_success(*reply)) return std::nullopt;
    return trouble(at, "the event to be accepted", reply ? describe(*reply) : "no answer");
}

}  // namespace runner
