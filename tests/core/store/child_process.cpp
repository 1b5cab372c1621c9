#include "tests/core/store/child_process.h"

#include <csignal>
#include <fstream>
#include <grp.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace penstock::test {

ChildProcess::ChildProcess(const std::function<int()>& work) : m_pid(::fork())
{
    if (m_pid == 0)
        ::_exit(work());
}

ChildProcess::~ChildProcess()
{
    if (m_pid > 0) {
        kill();
        (void)wait();
    }
}

void ChildProcess::kill() { ::kill(m_pid, SIGKILL); }

int ChildProcess::wait()
{
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

namespace {

bool writeText(const char* path, const std::string& text)
{
    std::ofstream file(path);
    file << text;
    return static_cast<bool>(file.flush());
}

} // namespace

bool enterMountNamespace()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWNS | (user == 0 ? 0 : CLONE_NEWUSER)) != 0)
        return false;
    if (user != 0 && (!writeText("/proc/self/setgroups", "deny") ||
                      !writeText("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") ||
                      !writeText("/proc/self/gid_map", "0 " + std::to_string(group) + " 1")))
        return false;
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

int asNobody(const std::function<int()>& work)
{
    constexpr unsigned nobody = 65534;
    ChildProcess child([&] {
        if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setresgid(nobody, nobody, nobody) != 0 ||
                                 ::setresuid(nobody, nobody, nobody) != 0))
            return 99;
        return work();
    });
    return child.wait();
}

} // namespace penstock::test
