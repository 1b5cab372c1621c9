// vfork and not posix_spawn, which cannot set a death signal. Between vfork and exec the child makes only plain system
// calls; all that allocates is prepared before.
#include "core/platform/watched_command.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/system_error.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>

namespace penstock::platform {

namespace {

using Time = std::chrono::steady_clock;

constexpr int lookEvery = 100; // ms
constexpr std::chrono::seconds timeToTidyUp{2};

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

struct Child {
    const char* folder;
    char* const* arguments;
    char* const* environment;
    int out;
    pid_t parent;
    volatile int error = 0;
};

[[noreturn]] void runChild(Child& child)
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != child.parent)
        _exit(127);
    const int null = open("/dev/null", O_RDONLY);
    if (dup2(null, 0) >= 0 && dup2(child.out, 1) >= 0 && dup2(child.out, 2) >= 0 && chdir(child.folder) == 0) {
        syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
        for (int each = 1; each < NSIG; ++each) {
            if (each != SIGKILL && each != SIGSTOP)
                signal(each, SIG_DFL);
        }
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        execve(child.arguments[0], child.arguments, child.environment);
    }
    child.error = errno;
    _exit(127);
}

Result<pid_t> start(const WatchedPlan& plan, int out)
{
    std::vector<std::string> words = plan.arguments, entries;
    for (const auto& [name, value] : plan.variables)
        entries.push_back(name + '=' + value);
    const std::vector<char*> arguments = pointersTo(words), environment = pointersTo(entries);
    Child child{plan.folder.c_str(), arguments.data(), environment.data(), out, getpid()};
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // no handler of ours may run in the child
    const pid_t pid = vfork();
    if (pid == 0)
        runChild(child);
    const int forkError = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (pid < 0)
        return systemError(words.front(), forkError);
    if (child.error != 0) {
        waitpid(pid, nullptr, 0);
        return systemError(words.front(), child.error);
    }
    return pid;
}

// False at the end of its output.
bool hearSome(int fd, const std::function<void(std::string_view)>& hear)
{
    char buffer[1 << 14];
    const ssize_t size = read(fd, buffer, sizeof buffer);
    if (size > 0)
        hear({buffer, static_cast<std::size_t>(size)});
    return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

bool hasEnded(pid_t pid, int& status)
{
    const pid_t found = waitpid(pid, &status, WNOHANG);
    return found == pid || (found < 0 && errno != EINTR);
}

} // namespace

Result<int> runWatched(const WatchedPlan& plan, const std::function<void(std::string_view)>& hear, const std::function<bool()>& isWanted)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return systemError("pipe", errno);
    const FileDescriptor ours(ends[0]);
    FileDescriptor theirs(ends[1]);
    fcntl(ours.get(), F_SETFL, O_NONBLOCK);
    const auto pid = start(plan, theirs.get());
    if (!pid)
        return pid.error();
    theirs.reset();
    int status = 0;
    bool isHeard = true, isStopped = false;
    Time::time_point killAt = Time::time_point::max();
    while (!hasEnded(*pid, status)) {
        if (!isStopped && !isWanted()) {
            isStopped = true;
            kill(-*pid, SIGTERM);
            killAt = Time::now() + timeToTidyUp;
        }
        if (Time::now() >= killAt)
            kill(-*pid, SIGKILL);
        pollfd item{isHeard ? ours.get() : -1, POLLIN, 0};
        if (poll(&item, 1, lookEvery) > 0)
            isHeard = hearSome(ours.get(), hear);
    }
    kill(-*pid, SIGKILL); // what it left behind
    while (isHeard) {
        pollfd item{ours.get(), POLLIN, 0};
        if (poll(&item, 1, 0) <= 0)
            break;
        isHeard = hearSome(ours.get(), hear);
    }
    if (isStopped)
        return Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}};
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace penstock::platform
