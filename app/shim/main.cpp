// penstock-shim --folder DIR [--idle-exit MS] [--revive-delay MS] [--owner-command PROGRAM ARGUMENT...]
//
// The supervisor of one slot (protocol: core/platform/shim_protocol.h). The program that is started only waits until the
// supervisor, which it forks, holds the lock and listens; so its starter gets the pid of nobody, no zombie, and an answer:
// 0 it listens now, 3 another one holds the lock, 2 wrong arguments, 4 the system refused (one line on stderr).
#include "app/shim/supervisor.h"
#include "core/platform/process_privacy.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

using namespace penstock;
using namespace penstock::shim;
using platform::FileDescriptor;

enum Answer : int { listening = 0, wrongArguments = 2, lockIsHeld = 3, systemRefused = 4 };

struct Arguments {
    const char* folder = nullptr;
    SupervisorSettings settings;
    std::vector<std::string> ownerCommand;
};

bool parse(int count, char** words, Arguments& arguments)
{
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view word = words[i];
        if (word == "--folder") {
            arguments.folder = words[i + 1];
        } else if (word == "--idle-exit") {
            arguments.settings.idleExit = Duration(std::atoll(words[i + 1]));
        } else if (word == "--revive-delay") {
            arguments.settings.reviveDelay = Duration(std::atoll(words[i + 1]));
        } else if (word == "--owner-command") {
            arguments.ownerCommand.assign(words + i + 1, words + count);
            return arguments.folder != nullptr;
        } else {
            return false;
        }
    }
    return arguments.folder && count % 2 == 1;
}

int refuse(const char* what, int error)
{
    std::fprintf(stderr, "penstock-shim: %s: %s\n", what, std::strerror(error));
    return systemRefused;
}

// By the system call: the C library refuses the two signals that it uses itself, and a posix_spawn that reset "all" signals
// leaves just these ignored.
void resetSignals()
{
    constexpr std::size_t kernelSetSize = 8;
    const char byDefault[64]{}; // covers struct sigaction of the kernel; all zero is SIG_DFL
    for (int each = 1; each < NSIG; ++each)
        syscall(SYS_rt_sigaction, each, byDefault, nullptr, kernelSetSize);
}

// What a step is to inherit, and what would disturb the shim itself.
int prepareProcess()
{
    for (const int each : {SIGHUP, SIGINT, SIGPIPE})
        signal(each, SIG_IGN);
    umask(077);
    platform::keepMemoryPrivate(); // secrets pass through it
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t handled;
    sigemptyset(&handled);
    sigaddset(&handled, SIGCHLD);
    sigaddset(&handled, SIGTERM);
    sigprocmask(SIG_SETMASK, &handled, nullptr);
    return signalfd(-1, &handled, SFD_CLOEXEC | SFD_NONBLOCK);
}

// The lock belongs to the file that has the name: one that was replaced between open and lock locks nothing.
int lockFolder(FileDescriptor& lock)
{
    lock.reset(open("lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock)
        return errno;
    struct flock whole {};
    whole.l_type = F_WRLCK;
    if (fcntl(lock.get(), F_OFD_SETLK, &whole) != 0)
        return errno;
    struct stat held {
    }, named{};
    if (fstat(lock.get(), &held) != 0 || stat("lock", &named) != 0)
        return errno;
    return held.st_ino == named.st_ino && held.st_dev == named.st_dev ? 0 : EAGAIN;
}

int supervise(const Arguments& arguments, Herald herald, int ready)
{
    setsid();
    FileDescriptor lock;
    if (const int error = lockFolder(lock))
        return error == EAGAIN || error == EACCES ? static_cast<int>(lockIsHeld) : refuse("lock", error);
    const int signals = prepareProcess();
    if (signals < 0)
        return refuse("signalfd", errno);
    JournalFile journal;
    if (const int error = journal.open())
        return refuse("journal", error);
    OwnerLink link;
    if (const int error = link.listen())
        return refuse("socket", error);
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {0, 1, 2})
        dup2(null, standard);
    close(null);
    const char answer = listening;
    [[maybe_unused]] const ssize_t ignored = write(ready, &answer, 1);
    close(ready);
    Supervisor(arguments.settings, std::move(herald), signals, std::move(journal), std::move(link)).run();
    return 0;
}

int awaitAnswer(int ready, pid_t supervisor)
{
    char answer = 0;
    ssize_t size = 0;
    do {
        size = read(ready, &answer, 1);
    } while (size < 0 && errno == EINTR);
    if (size == 1)
        return answer;
    int status = 0;
    waitpid(supervisor, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(systemRefused);
}

} // namespace

int main(int count, char** words)
{
    syscall(SYS_close_range, 3U, ~0U, 0U); // a lock of the owner that leaked in here would outlive the owner
    Arguments arguments;
    if (!parse(count, words, arguments)) {
        std::fputs("usage: penstock-shim --folder DIR [--idle-exit MS] [--revive-delay MS] [--owner-command PROGRAM ...]\n",
                   stderr);
        return wrongArguments;
    }
    if (chdir(arguments.folder) != 0)
        return refuse(arguments.folder, errno);
    resetSignals(); // for the shim, its steps, and the owners that the herald starts
    Herald herald = Herald::start(arguments.ownerCommand, words[0]);
    int ready[2];
    if (pipe2(ready, O_CLOEXEC) != 0)
        return refuse("pipe", errno);
    const pid_t supervisor = fork();
    if (supervisor < 0)
        return refuse("fork", errno);
    if (supervisor == 0)
        return supervise(arguments, std::move(herald), ready[1]);
    close(ready[1]);
    return awaitAnswer(ready[0], supervisor);
}
