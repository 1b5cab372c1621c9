#include "core/platform/survivors.h"

#include "core/platform/file_descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstring>

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

bool killIfMember(pid_t pid, const std::string& token)
{
    const FileDescriptor process(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    if (!process || !belongsTo(pid, token))
        return false;
    if (syscall(SYS_pidfd_send_signal, process.get(), SIGKILL, nullptr, 0) != 0)
        return false;
    pollfd end{process.get(), POLLIN, 0};
    poll(&end, 1, 100); // gone before the next pass looks, or stuck in the kernel
    return true;
}

int pass(const std::string& token)
{
    DIR* processes = opendir("/proc");
    if (!processes)
        return 0;
    int killed = 0;
    while (const dirent* entry = readdir(processes)) {
        pid_t pid = 0;
        const char* end = entry->d_name + std::strlen(entry->d_name);
        const auto parsed = std::from_chars(entry->d_name, end, pid);
        if (parsed.ec == std::errc() && parsed.ptr == end && pid != getpid() && belongsTo(pid, token))
            killed += killIfMember(pid, token);
    }
    closedir(processes);
    return killed;
}

} // namespace

int killSurvivors(const std::string& attemptFolder)
{
    const std::string token = std::string(1, '\0') + "PENSTOCK_ATTEMPT_FOLDER=" + attemptFolder + '\0';
    int killed = 0;
    int clean = 0;
    for (int round = 0; round < mostPasses && clean < 2; ++round) { // one clean pass can be a race with a fork
        const int found = pass(token);
        killed += found;
        clean = found == 0 ? clean + 1 : 0;
    }
    return killed;
}

} // namespace penstock::platform
