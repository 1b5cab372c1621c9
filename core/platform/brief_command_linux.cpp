#include "core/platform/brief_command.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/system_error.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace penstock::platform {

namespace {

using Time = std::chrono::steady_clock;

constexpr std::chrono::milliseconds timeToTidyUp{500};

bool awaitReadable(int fd, Time::time_point end)
{
    for (;;) {
        const auto left = std::chrono::duration_cast<Duration>(end - Time::now());
        pollfd item{fd, POLLIN, 0};
        const int ready = poll(&item, 1, static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000)));
        if (ready > 0)
            return true;
        if (Time::now() >= end)
            return false;
    }
}

enum class Reading { ended, tooLate, tooMuch };

Reading readAll(int fd, Time::time_point end, std::size_t limit, std::string& text)
{
    char buffer[1 << 14];
    while (awaitReadable(fd, end)) {
        const ssize_t size = read(fd, buffer, sizeof buffer);
        if (size == 0 || (size < 0 && errno != EINTR))
            return Reading::ended;
        if (size > 0)
            text.append(buffer, static_cast<std::size_t>(size));
        if (text.size() > limit)
            return Reading::tooMuch;
    }
    return Reading::tooLate;
}

// The end of its output is not its end: it may close stdout and go on.
bool awaitEnd(pid_t pid, Time::time_point end)
{
    const FileDescriptor process(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    return !process || awaitReadable(process.get(), end);
}

// Politely first: a shell that is killed outright leaves its lock files behind, and the next one waits for them.
void putDown(pid_t pid)
{
    kill(-pid, SIGTERM);
    if (!awaitEnd(pid, Time::now() + timeToTidyUp))
        kill(-pid, SIGKILL);
}

// Unlike a pipe it takes all of it at once, whether somebody reads or not.
FileDescriptor memoryWith(const std::string& content)
{
    FileDescriptor memory(memfd_create("input", MFD_CLOEXEC));
    std::size_t done = 0;
    while (memory && done < content.size()) {
        const ssize_t size = write(memory.get(), content.data() + done, content.size() - done);
        if (size < 0 && errno != EINTR)
            return {};
        done += size > 0 ? static_cast<std::size_t>(size) : 0;
    }
    if (memory)
        lseek(memory.get(), 0, SEEK_SET);
    return memory;
}

} // namespace

Result<BriefOutput> runBriefly(SpawnPlan plan, Duration patience, std::size_t limit, const std::string& input)
{
    const auto end = Time::now() + patience;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return systemError("pipe", errno);
    const FileDescriptor ours(ends[0]);
    FileDescriptor theirs(ends[1]);
    plan.out = theirs.get();
    const FileDescriptor memory = input.empty() ? FileDescriptor() : memoryWith(input);
    if (!input.empty() && !memory)
        return systemError("memfd", errno);
    plan.in = memory.get();
    const Result<pid_t> pid = spawn(plan);
    if (!pid)
        return pid.error();
    theirs.reset();
    BriefOutput output;
    Reading reading = readAll(ours.get(), end, limit, output.text);
    if (reading == Reading::ended && !awaitEnd(*pid, end))
        reading = Reading::tooLate;
    if (reading != Reading::ended)
        putDown(*pid);
    int status = 0;
    while (waitpid(*pid, &status, 0) < 0 && errno == EINTR) {
    }
    const std::vector<std::pair<std::string, std::string>> names{{"program", plan.arguments.front()}};
    if (reading == Reading::tooLate)
        return Error{ErrorCode::busy, {"platform.helper_too_slow", names}, {}};
    if (reading == Reading::tooMuch)
        return Error{ErrorCode::invalid, {"platform.helper_too_loud", names}, {}};
    output.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return output;
}

} // namespace penstock::platform
