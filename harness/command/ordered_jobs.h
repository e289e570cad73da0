// Runs jobs side by side and hands their results over in the order of the jobs.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace command {

inline constexpr unsigned jobs_max = 64;

// `work(i)` runs for each i < count on one of `jobs` threads (on the calling one if there is one job);
// `deliver(i, result)` runs for i = 0, 1, 2 ... as soon as all before it are done, one call at a time.
// Neither may throw: an exception ends the program.
template <class Work, class Deliver>
void run_in_order(std::size_t count, unsigned jobs, const Work& work, const Deliver& deliver) {
    using Result = decltype(work(std::size_t{0}));
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;  // of what follows
    std::map<std::size_t, Result> done;
    std::size_t delivered = 0;
    const auto take_part = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            Result result = work(i);
            const std::lock_guard lock(mutex);
            done.emplace(i, std::move(result));
            for (auto found = done.find(delivered); found != done.end(); found = done.find(++delivered)) {
                deliver(delivered, std::move(found->second));
                done.erase(found);
            }
        }
    };
    if (jobs <= 1 || count <= 1) return take_part();
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min<std::size_t>(jobs, count); ++i) threads.emplace_back(take_part);
}

}  // namespace command
