#include "core/platform/spawn.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace penstock::platform {

namespace {

class Actions final {
public:
    Actions() { posix_spawn_file_actions_init(&m_actions); }
    ~Actions() { posix_spawn_file_actions_destroy(&m_actions); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    posix_spawn_file_actions_t* get() { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

class Attributes final {
public:
    Attributes()
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t all;
        sigset_t none;
        sigfillset(&all);
        sigemptyset(&none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setflags(&m_attributes, static_cast<short>(POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF
                                                                   | POSIX_SPAWN_SETSIGMASK));
    }
    ~Attributes() { posix_spawnattr_destroy(&m_attributes); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    posix_spawnattr_t* get() { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

ErrorCode codeOf(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return ErrorCode::notFound;
    return error == EACCES ? ErrorCode::denied : ErrorCode::io;
}

} // namespace

Result<pid_t> spawn(const SpawnPlan& plan)
{
    std::vector<std::string> words = plan.arguments;
    std::vector<std::string> entries;
    if (plan.variables) {
        for (const auto& [name, value] : *plan.variables)
            entries.push_back(name + '=' + value);
    }
    Actions actions;
    Attributes attributes;
    if (plan.in >= 0)
        posix_spawn_file_actions_adddup2(actions.get(), plan.in, 0);
    else
        posix_spawn_file_actions_addopen(actions.get(), 0, "/dev/null", O_RDONLY, 0);
    if (plan.out >= 0)
        posix_spawn_file_actions_adddup2(actions.get(), plan.out, 1);
    else
        posix_spawn_file_actions_addopen(actions.get(), 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(actions.get(), 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(actions.get(), 3);
    pid_t pid = -1;
    const int error = posix_spawnp(&pid, words.front().c_str(), actions.get(), attributes.get(), pointersTo(words).data(),
                                   plan.variables ? pointersTo(entries).data() : environ);
    if (error != 0)
        return Error{codeOf(error), {"platform.spawn_failed", {{"program", words.front()}}}, std::strerror(error)};
    return pid;
}

} // namespace penstock::platform
