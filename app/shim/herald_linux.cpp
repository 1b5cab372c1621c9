#include "app/shim/herald.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

namespace penstock::shim {

namespace {

using platform::FileDescriptor;

constexpr std::string_view name = "penstock-herald"; // as long as the kernel keeps of a thread's name

void takeName(char* title)
{
    prctl(PR_SET_NAME, name.data());
    const std::size_t room = std::strlen(title);
    std::memset(title, 0, room);
    std::copy_n(name.data(), std::min(room, name.size()), title);
}

void becomeSilent()
{
    const FileDescriptor null(open("/dev/null", O_RDWR | O_CLOEXEC));
    for (const int standard : {0, 1, 2})
        dup2(null.get(), standard);
}

void startOwner(char* const* arguments)
{
    if (fork() != 0)
        return;
    setsid();
    for (const int each : {SIGCHLD, SIGHUP, SIGINT, SIGPIPE})
        signal(each, SIG_DFL);
    execvp(arguments[0], arguments);
    _exit(127);
}

[[noreturn]] void obey(const FileDescriptor& orders, std::vector<std::string>& command)
{
    setsid(); // before anything a shell does to the group of who started us
    becomeSilent();
    signal(SIGCHLD, SIG_IGN); // nobody waits for an owner
    for (const int each : {SIGHUP, SIGINT, SIGPIPE})
        signal(each, SIG_IGN);
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (std::string& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    for (;;) {
        char order = 0;
        const ssize_t size = read(orders.get(), &order, 1);
        if (size == 1)
            startOwner(arguments.data());
        else if (size == 0 || errno != EINTR)
            _exit(0); // the shim is gone
    }
}

} // namespace

Herald Herald::start(std::vector<std::string> command, char* title)
{
    int ends[2];
    if (command.empty() || pipe2(ends, O_CLOEXEC) != 0)
        return {};
    FileDescriptor orders(ends[0]), writing(ends[1]);
    const pid_t herald = fork();
    if (herald == 0) {
        writing.reset();
        takeName(title);
        obey(orders, command);
    }
    return herald > 0 ? Herald(std::move(writing)) : Herald();
}

void Herald::send() const
{
    const char order = 1;
    if (m_orders)
        [[maybe_unused]] const ssize_t ignored = write(m_orders.get(), &order, 1); // of a herald that was killed: nobody comes
}

} // namespace penstock::shim
