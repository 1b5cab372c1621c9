#include "app/shim/memory_group.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <string_view>
#include <utility>

namespace penstock::shim {

namespace {

constexpr std::string_view prefix = "penstock-";

bool write(const std::string& path, const std::string& value)
{
    const platform::FileDescriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)); // the kernel's are there
    return file && ::write(file.get(), value.data(), value.size()) == static_cast<ssize_t>(value.size());
}

} // namespace

std::optional<MemoryGroup> MemoryGroup::make(const std::string& below, std::uint64_t limit)
{
    if (below.empty() || limit == 0)
        return std::nullopt;
    const std::string folder = below + '/' + std::string(prefix) + std::to_string(getpid()); // one attempt at a time
    if (mkdir(folder.c_str(), 0700) != 0)
        return std::nullopt;
    platform::FileDescriptor entrance(open((folder + "/cgroup.procs").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    MemoryGroup group(folder, std::move(entrance));
    if (!group.m_entrance || !write(folder + "/memory.max", std::to_string(limit)))
        return std::nullopt;
    write(folder + "/memory.oom.group", "1"); // a step of which one process is missing is of no use
    return group;
}

void MemoryGroup::removeStale(const std::string& below)
{
    DIR* folder = below.empty() ? nullptr : opendir(below.c_str());
    if (!folder)
        return;
    while (const dirent* entry = readdir(folder)) {
        const std::string_view name = entry->d_name;
        pid_t shim = 0;
        if (name.substr(0, prefix.size()) != prefix)
            continue;
        std::from_chars(name.data() + prefix.size(), name.data() + name.size(), shim);
        if (shim > 1 && kill(shim, 0) != 0 && errno == ESRCH)
            rmdir((below + '/' + entry->d_name).c_str()); // refused while something is in it
    }
    closedir(folder);
}

MemoryGroup::MemoryGroup(MemoryGroup&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {}))
    , m_entrance(std::move(other.m_entrance))
{}

MemoryGroup::~MemoryGroup()
{
    if (!m_folder.empty())
        rmdir(m_folder.c_str());
}

bool MemoryGroup::hasKilled() const
{
    const platform::FileDescriptor file(open((m_folder + "/memory.events").c_str(), O_RDONLY | O_CLOEXEC));
    char buffer[512];
    const ssize_t size = file ? read(file.get(), buffer, sizeof buffer) : 0;
    const std::string_view text(buffer, size > 0 ? static_cast<std::size_t>(size) : 0);
    constexpr std::string_view name = "oom_kill ";
    const std::size_t at = text.find(name);
    std::uint64_t kills = 0;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at + name.size(), text.data() + text.size(), kills);
    return kills > 0;
}

} // namespace penstock::shim
