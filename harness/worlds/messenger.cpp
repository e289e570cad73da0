#include "harness/worlds/messenger.h"

#include <algorithm>
#include <variant>

namespace worlds {
namespace {

constexpr std::chrono::seconds grace{5};  // for the client to report what it has given up

doctor::Answer answer_of(runner::Reply reply, base::Duration took) {
    return std::visit([&](auto outcome) { return doctor::Answer{std::move(outcome), took}; },
                      std::move(reply));
}

}  // namespace

Messenger::Messenger(base::Duration time_limit, base::Duration answer_limit)
    : end_(SteadyClock::now() + time_limit), answer_limit_(answer_limit) {}

std::vector<doctor::Answer> Messenger::ask(const std::vector<doctor::Errand>& errands) {
    const auto began = SteadyClock::now();
    std::vector<doctor::Answer> answers(errands.size(), doctor::Answer{doctor::NotAsked{}, {}});
    const base::Duration limit = std::min<base::Duration>(answer_limit_, end_ - began);
    if (limit <= base::Duration::zero()) return answers;
    const std::uint64_t first_id = last_id_ + 1;
    for (const doctor::Errand& errand : errands)
        client_.call(errand.origin, errand.request, limit, [this, id = ++last_id_](net::CallResult result) {
            mailbox_.put_reply(id, std::move(result));
        });
    std::size_t open = errands.size();
    mailbox_.wait(
        [&] {
            for (std::size_t i = 0; i < answers.size(); ++i)
                if (auto reply = mailbox_.take_reply(first_id + i)) {
                    answers[i] = answer_of(*std::move(reply), SteadyClock::now() - began);
                    --open;
                }
            return open == 0;
        },
        began + limit + grace);
    // Had there been more time, the answer might have come: that is not the receiver's fault.
    if (limit < answer_limit_)
        for (doctor::Answer& answer : answers)
            if (doctor::is_transport(answer, host::TransportFailure::TimedOut))
                answer = {doctor::NotAsked{}, {}};
    return answers;
}

void Messenger::pause(base::Duration duration) {
    mailbox_.wait([] { return false; }, SteadyClock::now() + duration);
}

}  // namespace worlds
