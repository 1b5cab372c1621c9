// vfork and not posix_spawn: the latter can set neither oom_score_adj nor a death signal, and it cannot tell a missing
// folder from a missing program. Between vfork and exec the child shares the memory of the suspended shim, so it makes only
// plain system calls and everything that allocates is prepared before.
#include "app/shim/child_process.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <vector>

namespace penstock::shim {

namespace {

using platform::SpawnStage;

std::vector<char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

std::string pathOf(const std::vector<std::string>& environment)
{
    for (const std::string& entry : environment) {
        if (entry.rfind("PATH=", 0) == 0)
            return entry.substr(5);
    }
    return "/usr/local/bin:/usr/bin:/bin";
}

// What execve is to try, in order. The lookup uses the step's PATH; execvpe() would use the shim's.
std::vector<std::string> candidates(const platform::RunOrder& order)
{
    const std::string& program = order.arguments.front();
    if (program.find('/') != std::string::npos)
        return {program};
    std::vector<std::string> found;
    const std::string path = pathOf(order.environment);
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find(':', begin), path.size());
        const std::string folder = path.substr(begin, end - begin);
        found.push_back(folder.empty() ? "./" + program : folder + '/' + program);
        begin = end + 1;
    }
    return found;
}

struct Preparation {
    const char* folder;
    int out;
    int err;
    pid_t shim;
    int group;
    char* const* arguments;
    char* const* environment;
    char* const* programs;
    volatile SpawnStage stage;
    volatile int error;
    volatile bool isInGroup;
};

[[noreturn]] void fail(Preparation& preparation, SpawnStage stage)
{
    preparation.error = errno;
    preparation.stage = stage;
    _exit(127);
}

// The files of a process whose memory is private belong to root, and so do those of a child that shares it still: for the
// moment of opening the one it is not.
int openVictimScore()
{
    const int isDumpable = prctl(PR_GET_DUMPABLE);
    if (isDumpable == 0)
        prctl(PR_SET_DUMPABLE, 1);
    const int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (isDumpable == 0)
        prctl(PR_SET_DUMPABLE, 0);
    return fd;
}

void becomeLikelierVictim()
{
    const int fd = openVictimScore();
    if (fd >= 0) {
        // When memory is short the step goes, not the shim that has to tell about it.
        [[maybe_unused]] const ssize_t ignored = write(fd, "500", 3);
        close(fd);
    }
}

void resetSignals()
{
    for (const int each : {SIGHUP, SIGINT, SIGPIPE})
        signal(each, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void runChild(Preparation& preparation)
{
    setsid();
    // A step does not survive its shim: nobody else could learn how it ended.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != preparation.shim)
        _exit(127);
    preparation.isInGroup = preparation.group >= 0 && write(preparation.group, "0", 1) == 1;
    const int null = open("/dev/null", O_RDONLY);
    if (dup2(null, 0) < 0 || dup2(preparation.out, 1) < 0 || dup2(preparation.err, 2) < 0)
        fail(preparation, SpawnStage::pipe);
    syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
    becomeLikelierVictim();
    if (chdir(preparation.folder) != 0)
        fail(preparation, SpawnStage::folder);
    resetSignals();
    int error = ENOENT;
    for (char* const* program = preparation.programs; *program; ++program) {
        execve(*program, preparation.arguments, preparation.environment);
        if (errno != ENOENT && errno != ENOTDIR && (error == ENOENT || errno != EACCES))
            error = errno;
        if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
            break;
    }
    errno = error;
    fail(preparation, SpawnStage::exec);
}

} // namespace

ChildStart startChild(const platform::RunOrder& order, int out, int err, int group)
{
    const std::vector<std::string> programs = candidates(order);
    const std::vector<char*> programPointers = pointersTo(programs);
    const std::vector<char*> arguments = pointersTo(order.arguments);
    const std::vector<char*> environment = pointersTo(order.environment);
    Preparation preparation{order.folder.c_str(), out,   err, getpid(), group, arguments.data(), environment.data(), programPointers.data(),
                            SpawnStage::none,     0,     false};
    const pid_t pid = vfork();
    if (pid == 0)
        runChild(preparation);
    if (pid < 0)
        return {-1, SpawnStage::fork, errno, false};
    if (preparation.stage != SpawnStage::none) {
        waitpid(pid, nullptr, 0); // it is on its way out
        return {-1, preparation.stage, preparation.error, false};
    }
    return {pid, SpawnStage::none, 0, preparation.isInGroup};
}

} // namespace penstock::shim
