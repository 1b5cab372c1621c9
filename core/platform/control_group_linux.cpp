#include "core/platform/control_group.h"

#include "core/platform/file_descriptor.h"

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <vector>

namespace penstock::platform {

namespace {

std::string contentOf(const std::string& path)
{
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    char buffer[4096];
    for (ssize_t size = 1; file && size > 0;) {
        size = read(file.get(), buffer, sizeof buffer);
        if (size > 0)
            text.append(buffer, static_cast<std::size_t>(size));
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool isMarked(const std::string& folder, const char* attribute)
{
    char value = 0;
    return getxattr(folder.c_str(), attribute, &value, 1) == 1 && value == '1';
}

bool handsMemoryOn(const std::string& folder)
{
    const std::string controllers = contentOf(folder + "/cgroup.subtree_control");
    for (const std::string_view line : split(controllers, '\n')) {
        for (const std::string_view controller : split(line, ' ')) {
            if (controller == "memory")
                return true;
        }
    }
    return false;
}

} // namespace

std::string groupFolder(std::string_view cgroup, std::string_view mounts)
{
    std::string_view path;
    for (const std::string_view line : split(cgroup, '\n')) {
        if (line.substr(0, 3) == "0::")
            path = line.substr(3);
    }
    for (const std::string_view line : split(mounts, '\n')) {
        const std::vector<std::string_view> words = split(line, ' ');
        const std::size_t type = line.find(" - cgroup2 ");
        if (type != std::string_view::npos && words.size() > 4 && words[3] == "/" && path.size() > 1)
            return std::string(words[4]) + std::string(path);
    }
    return {};
}

bool isDelegated(const std::string& folder)
{
    return (isMarked(folder, "user.delegate") || isMarked(folder, "trusted.delegate")) && handsMemoryOn(folder)
           && access(folder.c_str(), W_OK) == 0 && access((folder + "/cgroup.procs").c_str(), W_OK) == 0;
}

std::string delegatedGroup(pid_t pid)
{
    const std::string own = groupFolder(contentOf("/proc/" + std::to_string(pid) + "/cgroup"), contentOf("/proc/self/mountinfo"));
    const std::string parent = own.substr(0, own.rfind('/') == std::string::npos ? 0 : own.rfind('/'));
    return !parent.empty() && isDelegated(parent) ? parent : std::string();
}

} // namespace penstock::platform
