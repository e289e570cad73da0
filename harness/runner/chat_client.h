// A customer's chat window: sends lines until they are acknowledged, keeps the event feed open, and notices
// when the bridge breaks a promise of the chat channel.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "harness/invariants/fact.h"
#include "harness/runner/feed.h"
#include "harness/runner/observations.h"
#include "harness/runner/requests.h"

namespace runner {

inline constexpr base::Duration line_retry_after = std::chrono::seconds{1};

// Theory of operation. Lines wait in a queue; the first is under way, one request at a time. No answer, 429
// or 5xx: the same line with the same message id goes again a second later, for ever; 2xx: the next; anything
// else: the line is refused and dropped. The feed is opened when the first line was acknowledged (there is no
// session before). Events carry numbers from 1; one that comes again must have the same bytes, and none may
// be left out.
class ChatClient {
  public:
    ChatClient(std::string name, std::string url_token);

    void say(ChatLine line);
    // The last line once more, with the same message id.
    void repeat();
    void reconnect(base::Duration now);
    void reload(base::Duration now);
    // The bridge is said to be back: no reason to wait.
    void retry_now(base::Duration now);

    // Takes what has come; true if there is anything for tend() or the steps to do.
    bool absorb(World& world, Observations& observations);
    // Sends and opens what is due.
    void tend(World& world);
    std::optional<base::Duration> due() const;

    const std::string& name() const { return name_; }
    const std::string& session() const { return session_; }
    const std::string& url_token() const { return url_token_; }
    std::string user() const { return "user-" + display_name(); }
    bool has_pending_lines() const { return !queue_.empty(); }
    // How often the line at the head of the queue was sent in vain.
    unsigned vain_attempts() const { return vain_attempts_; }
    // The refusal since the last call, if any.
    std::optional<std::string> take_refusal();
    // Promises of the chat channel that the bridge broke since the last call.
    std::vector<std::string> take_broken_promises();
    // What the customer did and saw since the last call.
    std::vector<invariants::Fact> take_facts();
    // After reload(): events seen before that have not come again yet.
    std::size_t replay_missing() const { return is_reloading_ ? seen_.size() - replayed_ : 0; }

  private:
    std::string display_name() const { return name_.empty() ? "customer" : name_; }
    void finish_line(World& world, const Reply& reply);
    void look_at(const ServerEvent& event, base::Duration now, Observations& observations);
    void look_again(const ServerEvent& event, std::size_t number);

    std::string name_;
    std::string url_token_;
    std::string session_;
    std::deque<ChatLine> queue_;
    std::optional<ChatLine> last_;
    std::optional<ReplyId> under_way_;
    base::Duration send_due_{};
    unsigned vain_attempts_ = 0;
    std::optional<std::string> refusal_;
    Feed feed_;
    bool has_session_ = false;
    std::vector<ServerEvent> seen_;
    std::size_t replayed_ = 0;
    bool is_reloading_ = false;
    std::vector<std::string> broken_promises_;
    std::string latest_written_;  // the message id that was sent last
    std::vector<invariants::Fact> facts_;
};

}  // namespace runner
