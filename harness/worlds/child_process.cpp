#include "harness/worlds/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>

namespace worlds {
namespace {

constexpr std::size_t tail_bytes_max = 2000;
constexpr int exit_not_started = 127;
constexpr mode_t log_mode = 0600;

// Between fork and exec only async-signal-safe calls are allowed: other threads may hold any lock.
[[noreturn]] void become(char* const* argv, char* const* envp, int log, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(exit_not_started);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing < 0) _exit(exit_not_started);
    dup2(nothing, STDIN_FILENO);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    execve(argv[0], argv, envp);
    _exit(exit_not_started);
}

// As execve(2) wants them; they point into `texts`.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// The C library's pidfd_open(3) has no C linkage in C++ before glibc 2.37.
int open_handle(pid_t pid) { return static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); }

}  // namespace

std::expected<std::unique_ptr<ChildProcess>, std::string> ChildProcess::start(
    const std::string& program, const std::vector<std::string>& arguments, const std::string& log_file,
    const std::vector<std::string>& environment) {
    if (access(program.c_str(), X_OK) != 0)
        return std::unexpected(fmt::format("cannot run {}: {}", program, std::strerror(errno)));
    const int log = open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, log_mode);
    if (log < 0) return std::unexpected(fmt::format("cannot write {}: {}", log_file, std::strerror(errno)));
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = environment;  // the first of a name counts
    for (char** own = environ; *own != nullptr; ++own) variables.emplace_back(*own);
    const std::vector<char*> argv = pointers_to(words);
    const std::vector<char*> envp = pointers_to(variables);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) become(argv.data(), envp.data(), log, parent);
    close(log);
    if (pid < 0) return std::unexpected(fmt::format("cannot start {}: {}", program, std::strerror(errno)));
    std::unique_ptr<ChildProcess> child(new ChildProcess(pid, open_handle(pid)));
    if (child->handle_ < 0)
        return std::unexpected(fmt::format("cannot watch {}: {}", program, std::strerror(errno)));
    return child;
}

ChildProcess::~ChildProcess() {
    kill_now();
    if (handle_ >= 0) close(handle_);
}

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
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    has_ended_ = true;
}

void ChildProcess::stop(std::chrono::milliseconds deadline) {
    if (!is_running()) return;
    kill(pid_, SIGTERM);
    if (!ends_within(deadline)) kill_now();
}

bool ChildProcess::ends_within(std::chrono::milliseconds deadline) {
    pollfd watched{.fd = handle_, .events = POLLIN, .revents = 0};
    poll(&watched, 1, static_cast<int>(deadline.count()));
    return !is_running();
}

std::string tail_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return text.size() <= tail_bytes_max ? text : "..." + text.substr(text.size() - tail_bytes_max);
}

}  // namespace worlds
