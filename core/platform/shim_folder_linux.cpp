#include "core/platform/shim_folder.h"

#include "core/platform/spawn.h"
#include "core/platform/system_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace penstock::platform {

namespace {

constexpr int lockIsHeld = 3; // exit code of penstock-shim, see app/shim/main.cpp

Error busy() { return {ErrorCode::busy, {"platform.shim_busy", {}}, {}}; }

} // namespace

ShimFolder::ShimFolder(const ShimSettings& settings, int slot)
    : m_settings(settings)
    , m_slot(slot)
    , m_path(settings.folder + '/' + std::to_string(slot))
{}

Result<FileDescriptor> ShimFolder::tryLock() const
{
    std::error_code error;
    std::filesystem::create_directories(m_path, error);
    chmod(m_path.c_str(), 0700); // nobody else may reach the socket
    FileDescriptor lock(open((m_path + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock)
        return systemError(m_path, errno);
    struct flock whole {};
    whole.l_type = F_WRLCK;
    if (fcntl(lock.get(), F_OFD_SETLK, &whole) != 0)
        return errno == EAGAIN || errno == EACCES ? busy() : systemError(m_path, errno);
    return lock;
}

Result<JournalContent> ShimFolder::readJournal() const
{
    const std::string path = m_path + "/journal";
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file)
        return errno == ENOENT ? Result<JournalContent>(JournalContent{}) : systemError(path, errno);
    std::string bytes;
    std::vector<char> buffer(1 << 16);
    ssize_t size = 0;
    while ((size = read(file.get(), buffer.data(), buffer.size())) != 0) {
        if (size < 0 && errno != EINTR)
            return systemError(path, errno);
        if (size > 0)
            bytes.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return platform::readJournal(bytes);
}

void ShimFolder::removeJournal() const { unlink((m_path + "/journal").c_str()); }

Result<void> ShimFolder::start() const
{
    std::vector<std::string> arguments{m_settings.program,
                                       "--folder",
                                       m_path,
                                       "--idle-exit",
                                       std::to_string(m_settings.idleExit.count()),
                                       "--revive-delay",
                                       std::to_string(m_settings.reviveDelay.count())};
    if (!m_settings.ownerCommand.empty()) {
        arguments.push_back("--owner-command");
        arguments.insert(arguments.end(), m_settings.ownerCommand.begin(), m_settings.ownerCommand.end());
    }
    SpawnPlan plan;
    plan.arguments = arguments;
    const Result<pid_t> starter = spawn(plan);
    if (!starter) {
        if (starter.error().code == ErrorCode::notFound)
            return Error{ErrorCode::notFound, {"platform.shim_missing", {{"path", m_settings.program}}}, {}};
        return starter.error();
    }
    int status = 0;
    while (waitpid(*starter, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == lockIsHeld))
        return {};
    return Error{ErrorCode::io, {"platform.shim_failed", {{"path", m_path}}}, "wait status " + std::to_string(status)};
}

// Through /proc/self/fd: sun_path holds 107 bytes and a workspace's path may be longer.
Result<FileDescriptor> ShimFolder::connect() const
{
    const FileDescriptor folder(open(m_path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    FileDescriptor connection(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!folder || !connection)
        return systemError(m_path, errno);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = "/proc/self/fd/" + std::to_string(folder.get()) + "/socket";
    std::copy(path.begin(), path.end(), address.sun_path);
    if (::connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return errno == ENOENT || errno == ECONNREFUSED || errno == EAGAIN ? busy() : systemError(m_path, errno);
    return connection;
}

std::vector<int> existingSlots(const std::string& shimsFolder)
{
    std::vector<int> slots;
    DIR* folder = opendir(shimsFolder.c_str());
    if (!folder)
        return slots;
    while (const dirent* entry = readdir(folder)) {
        const char* end = entry->d_name + std::strlen(entry->d_name);
        int slot = 0;
        const auto parsed = std::from_chars(entry->d_name, end, slot);
        if (parsed.ec == std::errc() && parsed.ptr == end && slot >= 0)
            slots.push_back(slot);
    }
    closedir(folder);
    std::sort(slots.begin(), slots.end());
    return slots;
}

} // namespace penstock::platform
