#include "core/platform/survivors.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/process_table.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <set>

namespace penstock::platform {

namespace {

constexpr int mostPasses = 50;

// Foreign and vanished processes read as empty: their environ cannot be opened.
bool belongsTo(pid_t pid, const std::string& token)
{
    const std::string path = "/proc/" + std::to_string(pid) + "/environ";
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string content(1, '\0');
    char buffer[8192];
    for (ssize_t size = 1; file && size > 0;) {
        size = read(file.get(), buffer, sizeof buffer);
        if (size > 0)
            content.append(buffer, static_cast<std::size_t>(size));
    }
    return content.find(token) != std::string::npos;
}

// One that was met before is not waited for again.
bool killIfMember(pid_t pid, const std::string& token, bool isNew)
{
    const FileDescriptor process(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    if (!process || !belongsTo(pid, token))
        return false;
    if (syscall(SYS_pidfd_send_signal, process.get(), SIGKILL, nullptr, 0) != 0 && errno == ESRCH)
        return false;
    pollfd end{process.get(), POLLIN, 0};
    poll(&end, 1, isNew ? 100 : 0); // gone before the next pass looks, or stuck in the kernel
    return true;
}

std::set<pid_t> pass(const std::string& token, const std::set<pid_t>& known)
{
    std::set<pid_t> members;
    DIR* processes = opendir("/proc");
    if (!processes)
        return members;
    while (const dirent* entry = readdir(processes)) {
        pid_t pid = 0;
        const char* end = entry->d_name + std::strlen(entry->d_name);
        const auto parsed = std::from_chars(entry->d_name, end, pid);
        if (parsed.ec == std::errc() && parsed.ptr == end && pid != getpid() && belongsTo(pid, token)
            && killIfMember(pid, token, known.count(pid) == 0))
            members.insert(pid);
    }
    closedir(processes);
    return members;
}

bool isStillThere(pid_t pid)
{
    const auto state = stateOf(pid);
    return state && state->state != 'Z' && state->state != 'X';
}

} // namespace

Hunt killSurvivors(const std::string& attemptFolder)
{
    std::string token(1, '\0');
    token.append("PENSTOCK_ATTEMPT_FOLDER=").append(attemptFolder).push_back('\0');
    std::set<pid_t> met;
    int clean = 0;
    for (int round = 0; round < mostPasses && clean < 2; ++round) { // one clean pass can be a race with a fork
        const std::size_t before = met.size();
        met.merge(pass(token, met));
        clean = met.size() == before ? clean + 1 : 0;
    }
    Hunt hunt;
    for (const pid_t pid : met) {
        if (isStillThere(pid))
            hunt.left.push_back({pid, commandOf(pid)});
        else
            ++hunt.killed;
    }
    return hunt;
}

} // namespace penstock::platform
