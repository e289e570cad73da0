#include "harness/worlds/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <thread>

namespace worlds {
namespace {

constexpr std::chrono::milliseconds poll_every{5};
constexpr std::size_t tail_bytes_max = 2000;
constexpr int exit_not_started = 127;
constexpr mode_t log_mode = 0600;

// Between fork and exec only async-signal-safe calls are allowed: other threads may hold any lock.
[[noreturn]] void become(char* const* argv, int log, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(exit_not_started);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    execv(argv[0], argv);
    _exit(exit_not_started);
}

}  // namespace

std::expected<std::unique_ptr<ChildProcess>, std::string> ChildProcess::start(
    const std::string& program, const std::vector<std::string>& arguments, const std::string& log_file) {
    if (access(program.c_str(), X_OK) != 0)
        return std::unexpected(fmt::format("cannot run {}: {}", program, std::strerror(errno)));
    const int log = open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, log_mode);
    if (log < 0) return std::unexpected(fmt::format("cannot write {}: {}", log_file, std::strerror(errno)));
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) become(argv.data(), log, parent);
    close(log);
    if (pid < 0) return std::unexpected(fmt::format("cannot start {}: {}", program, std::strerror(errno)));
    return std::unique_ptr<ChildProcess>(new ChildProcess(pid));
}

ChildProcess::~ChildProcess() { kill_now(); }

bool ChildProcess::is_running() {
    if (has_ended_) return false;
    has_ended_ = waitpid(pid_, &status_, WNOHANG) == pid_;
    return !has_ended_;
}

std::string ChildProcess::how_it_ended() {
    if (is_running()) return {};
    if (WIFSIGNALED(status_)) return fmt::format("signal {}", WTERMSIG(status_));
    return fmt::format("exit code {}", WEXITSTATUS(status_));
}

void ChildProcess::kill_now() {
    if (!is_running()) return;
    kill(pid_, SIGKILL);
    wait_for_end();
}

void ChildProcess::stop(std::chrono::milliseconds deadline) {
    if (!is_running()) return;
    kill(pid_, SIGTERM);
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (is_running() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(poll_every);
    kill_now();
}

void ChildProcess::wait_for_end() {
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    has_ended_ = true;
}

std::string tail_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return text.size() <= tail_bytes_max ? text : "..." + text.substr(text.size() - tail_bytes_max);
}

}  // namespace worlds
