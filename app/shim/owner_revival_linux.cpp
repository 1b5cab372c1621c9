#include "app/shim/owner_revival.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace penstock::shim {

namespace {

using namespace std::chrono_literals;

constexpr Duration youngOwner = 5s;
constexpr int mostShortLives = 6;

} // namespace

OwnerRevival::OwnerRevival(std::vector<std::string> command, Duration delay)
    : m_command(std::move(command))
    , m_delay(delay)
{}

void OwnerRevival::connected(Duration now)
{
    m_connectedAt = now;
    m_dueAt.reset();
}

void OwnerRevival::lost(Duration now, bool workIsLeft)
{
    m_shortLives = now - m_connectedAt < youngOwner ? m_shortLives + 1 : 0;
    if (workIsLeft && !m_command.empty() && m_shortLives <= mostShortLives)
        m_dueAt = now + m_delay * (1 << m_shortLives);
}

void OwnerRevival::start()
{
    m_dueAt.reset();
    std::vector<char*> arguments;
    for (std::string& argument : m_command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    // The owner and the shims that it will start must never be taken for something that a step left behind. While the shim
    // is no subreaper, the grandchild goes to whoever adopts orphans above it, and so will its descendants.
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    const pid_t between = fork();
    if (between == 0) {
        if (fork() == 0) {
            setsid();
            for (const int each : {SIGHUP, SIGINT, SIGPIPE})
                signal(each, SIG_DFL);
            sigset_t none;
            sigemptyset(&none);
            sigprocmask(SIG_SETMASK, &none, nullptr);
            execvp(arguments[0], arguments.data());
        }
        _exit(0);
    }
    if (between > 0)
        waitpid(between, nullptr, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

} // namespace penstock::shim
