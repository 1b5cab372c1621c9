#include "core/platform/process_table.h"

#include "core/platform/file_descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <string_view>

namespace penstock::platform {

namespace {

constexpr std::size_t longestCommand = 200;
constexpr int mostGenerations = 100'000; // of a chain of parents, should the table change while it is read

std::string procPath(pid_t pid, const char* file) { return "/proc/" + std::to_string(pid) + file; }

std::string readUpTo(const std::string& path, std::size_t limit)
{
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    char buffer[4096];
    for (ssize_t size = 1; file && size > 0 && text.size() < limit;) {
        size = read(file.get(), buffer, sizeof buffer);
        if (size > 0)
            text.append(buffer, static_cast<std::size_t>(size));
    }
    return text;
}

// The names in a folder of /proc that are numbers.
std::vector<pid_t> numbersIn(const std::string& path)
{
    std::vector<pid_t> numbers;
    DIR* folder = opendir(path.c_str());
    if (!folder)
        return numbers;
    while (const dirent* entry = readdir(folder)) {
        pid_t number = 0;
        const char* end = entry->d_name + std::strlen(entry->d_name);
        const auto parsed = std::from_chars(entry->d_name, end, number);
        if (parsed.ec == std::errc() && parsed.ptr == end)
            numbers.push_back(number);
    }
    closedir(folder);
    return numbers;
}

void appendNumbers(const std::string& text, std::vector<pid_t>& numbers)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        pid_t number = 0;
        const auto parsed = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (parsed.ec != std::errc())
            continue;
        numbers.push_back(number);
        at = static_cast<std::size_t>(parsed.ptr - text.data());
    }
}

// Needs CONFIG_PROC_CHILDREN, which not every kernel has.
bool hasChildrenFiles()
{
    static const bool has = access(("/proc/self/task/" + std::to_string(getpid()) + "/children").c_str(), R_OK) == 0;
    return has;
}

// The number behind a name at the beginning of a line, as in "RssAnon:      1234 kB".
std::optional<std::uint64_t> numberAfter(const std::string& text, std::string_view name)
{
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t end = std::min(text.find('\n', line), text.size());
        if (text.compare(line, name.size(), name) == 0) {
            std::size_t at = std::min(text.find_first_not_of(" \t", line + name.size()), end);
            std::uint64_t number = 0;
            const auto parsed = std::from_chars(text.data() + at, text.data() + end, number);
            return parsed.ec == std::errc() ? std::optional(number) : std::nullopt;
        }
        line = end + 1;
    }
    return std::nullopt;
}

// An orphan that came up to another parent while the table was read is met twice.
void add(std::vector<pid_t>& found, pid_t pid)
{
    if (std::find(found.begin(), found.end(), pid) == found.end())
        found.push_back(pid);
}

} // namespace

// The name in brackets may hold anything, brackets too; what is wanted stands behind the last one.
std::optional<ProcessState> stateOf(pid_t pid)
{
    const std::string text = readUpTo(procPath(pid, "/stat"), 1024);
    const std::size_t end = text.rfind(')');
    if (end == std::string::npos || end + 4 >= text.size())
        return std::nullopt;
    ProcessState state{0, text[end + 2]};
    std::from_chars(text.data() + end + 4, text.data() + text.size(), state.parent);
    return state;
}

std::vector<pid_t> descendantsOf(pid_t root)
{
    if (!hasChildrenFiles())
        return descendantsByScan(root);
    std::vector<pid_t> found{root};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const pid_t parent = found[next];
        std::vector<pid_t> children;
        for (const pid_t thread : numbersIn(procPath(parent, "/task"))) // a child belongs to the thread that forked it
            appendNumbers(readUpTo(procPath(parent, "/task/") + std::to_string(thread) + "/children", 1U << 20U), children);
        for (const pid_t child : children)
            add(found, child);
    }
    found.erase(found.begin());
    return found;
}

std::vector<pid_t> descendantsByScan(pid_t root)
{
    std::multimap<pid_t, pid_t> children;
    for (const pid_t pid : numbersIn("/proc")) {
        if (const auto state = stateOf(pid))
            children.emplace(state->parent, pid);
    }
    std::vector<pid_t> found{root};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto [begin, end] = children.equal_range(found[next]);
        for (auto child = begin; child != end; ++child)
            add(found, child->second);
    }
    found.erase(found.begin());
    return found;
}

bool isBelow(pid_t root, pid_t pid)
{
    for (int i = 0; i < mostGenerations && pid > 1; ++i) {
        const auto state = stateOf(pid);
        if (!state)
            return false;
        if (state->parent == root)
            return true;
        pid = state->parent;
    }
    return false;
}

std::uint64_t residentMemory(pid_t pid)
{
    const std::string status = readUpTo(procPath(pid, "/status"), 1U << 14U);
    return (numberAfter(status, "RssAnon:").value_or(0) + numberAfter(status, "RssShmem:").value_or(0)) << 10U;
}

std::uint64_t shareOfMemory(pid_t pid)
{
    const std::string rollup = readUpTo(procPath(pid, "/smaps_rollup"), 1U << 14U);
    const auto own = numberAfter(rollup, "Pss_Anon:");
    const auto shared = numberAfter(rollup, "Pss_Shmem:");
    return own && shared ? (*own + *shared) << 10U : residentMemory(pid);
}

std::uint64_t outOfMemoryKills() { return numberAfter(readUpTo("/proc/vmstat", 1U << 16U), "oom_kill ").value_or(0); }

std::string commandOf(pid_t pid)
{
    const auto state = stateOf(pid);
    std::string command = state && state->state != 'D' ? readUpTo(procPath(pid, "/cmdline"), longestCommand) : std::string();
    while (!command.empty() && command.back() == '\0')
        command.pop_back();
    std::replace(command.begin(), command.end(), '\0', ' ');
    if (command.size() > longestCommand)
        command.resize(longestCommand);
    if (!command.empty())
        return command;
    std::string name = readUpTo(procPath(pid, "/comm"), 64);
    if (!name.empty() && name.back() == '\n')
        name.pop_back();
    return '[' + name + ']';
}

} // namespace penstock::platform
