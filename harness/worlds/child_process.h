// A program started by this one, which does not outlive it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace worlds {

class ChildProcess {
  public:
    // Standard output and error go to the end of `log_file`; standard input is empty. `environment`
    // ("NAME=value") is added to this program's own. The child is killed by the system when the calling
    // thread ends (prctl(2), PR_SET_PDEATHSIG). The error is a sentence.
    static std::expected<std::unique_ptr<ChildProcess>, std::string> start(
        const std::string& program, const std::vector<std::string>& arguments, const std::string& log_file,
        const std::vector<std::string>& environment = {});
    // Kills it if it still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    bool is_running();
    // "exit code 4", "signal 9"; empty while it runs.
    std::string how_it_ended();
    void kill_now();
    // Asks it to end, and kills it when it has not by the deadline.
    void stop(std::chrono::milliseconds deadline);
    // Waits for its end; false if it still runs at the deadline.
    bool ends_within(std::chrono::milliseconds deadline);

  private:
    ChildProcess(pid_t pid, int handle) : pid_(pid), handle_(handle) {}

    pid_t pid_;
    int handle_;  // pidfd_open(2): readable once the process has ended
    bool has_ended_ = false;
    int status_ = 0;
};

// The last lines of a file, for messages; empty if there is none.
std::string tail_of(const std::string& file);

}  // namespace worlds
