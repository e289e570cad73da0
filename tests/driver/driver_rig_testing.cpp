#include "tests/driver/driver_rig_testing.h"

#include <algorithm>
#include <utility>

namespace driver {

void Journal::note(std::string line) {
    {
        const std::lock_guard lock(mutex_);
        lines_.push_back(std::move(line));
    }
    changed();
}

std::vector<std::string> Journal::lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
}

std::size_t Journal::count(const std::string& line) const {
    return static_cast<std::size_t>(std::ranges::count(lines(), line));
}

std::uint64_t Journal::await_change(std::uint64_t seen,
                                    std::chrono::steady_clock::time_point deadline) const {
    std::unique_lock lock(mutex_);
    condition_.wait_until(lock, deadline, [&] { return changes_ != seen; });
    return changes_;
}

void Journal::changed() {
    {
        const std::lock_guard lock(mutex_);
        ++changes_;
    }
    condition_.notify_all();
}

std::optional<http::Response> Rig::ask(const std::string& name, http::Request request) {
    const Ticket ticket = send(name, std::move(request));
    std::optional<Reply> answer;
    run_until([&] {
        answer = reply(ticket);
        return answer.has_value();
    });
    if (!answer || !std::holds_alternative<http::Response>(*answer)) return std::nullopt;
    return std::get<http::Response>(*std::move(answer));
}

}  // namespace driver
