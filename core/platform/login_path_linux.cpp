#include "core/platform/login_path.h"

#include "core/base/digest.h"
#include "core/platform/brief_command.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <sstream>
#include <vector>

namespace penstock::platform {

namespace {

using namespace std::chrono_literals;

constexpr Duration rememberedFor = 1h;
constexpr std::uint64_t largestMemory = 1U << 20U;

// What the usual login shells read by themselves: bash(1) INVOCATION, zsh(1) STARTUP/SHUTDOWN FILES, dash(1), fish(1).
constexpr const char* systemFiles[] = {"/etc/profile",     "/etc/profile.d",    "/etc/bash.bashrc", "/etc/environment",
                                       "/etc/zsh/zshenv",  "/etc/zsh/zprofile", "/etc/zsh/zshrc",   "/etc/zsh/zlogin",
                                       "/etc/zshenv",      "/etc/zprofile",     "/etc/zshrc",       "/etc/zlogin",
                                       "/etc/fish/config.fish"};
constexpr const char* homeFiles[] = {".profile", ".bash_profile", ".bash_login", ".bashrc", ".zshenv", ".zprofile",
                                     ".zshrc",   ".zlogin",       ".login",      ".cshrc",  ".tcshrc", ".config/fish/config.fish",
                                     ".config/fish/conf.d"};

std::string memoryIn(const std::string& folder) { return folder + "/login-path"; }

std::string stampOf(const std::string& path)
{
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) // follows links: start files are often links into a repository
        return path + " absent\n";
    return path + ' ' + std::to_string(status.st_ino) + ' ' + std::to_string(status.st_size) + ' '
           + std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec) + '\n';
}

std::string pathIn(const std::string& environment)
{
    for (std::size_t begin = 0; begin < environment.size();) {
        const std::size_t end = std::min(environment.find('\0', begin), environment.size());
        std::string entry = environment.substr(begin, end - begin);
        // A profile that prints something puts its last line in front of the first variable.
        entry.erase(0, entry.find_last_of('\n', entry.find('=')) + 1);
        if (entry.rfind("PATH=", 0) == 0)
            return entry.substr(5);
        begin = end + 1;
    }
    return {};
}

} // namespace

LoginShell LoginShell::ofThisUser()
{
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(1 << 14);
    LoginShell shell;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        shell = {entry.pw_name, entry.pw_dir, entry.pw_shell};
    if (shell.program.empty())
        shell.program = "/bin/sh";
    return shell;
}

LoginPath::LoginPath(LoginShell shell, std::string stateHome, FileSystem& files, const Clock& clock)
    : m_shell(std::move(shell))
    , m_folder(std::move(stateHome) + "/penstock")
    , m_files(files)
    , m_clock(clock)
{}

std::optional<std::string> LoginPath::find(Duration patience) const
{
    if (const auto known = recall(key()))
        return known->path;
    return ask(patience);
}

std::optional<std::string> LoginPath::ask(Duration patience) const
{
    const std::string asked = key(); // before: a file that changes meanwhile is asked about again
    SpawnPlan plan;
    plan.arguments = {m_shell.program, "-l", "-c", "/usr/bin/env -0"};
    plan.variables = std::map<std::string, std::string>{{"HOME", m_shell.home},     {"USER", m_shell.user},
                                                        {"LOGNAME", m_shell.user},  {"SHELL", m_shell.program},
                                                        {"TERM", "dumb"},           {"PATH", "/usr/local/bin:/usr/bin:/bin"}};
    const auto output = runBriefly(plan, patience);
    const std::string path = output && output->code == 0 ? pathIn(output->text) : std::string();
    const auto answer = path.empty() ? std::nullopt : std::optional<std::string>(path);
    remember(asked, answer);
    return answer;
}

std::string LoginPath::key() const
{
    std::string text = m_shell.user + '\n' + stampOf(m_shell.program);
    for (const char* file : systemFiles)
        text += stampOf(file);
    for (const char* file : homeFiles)
        text += stampOf(m_shell.home + '/' + file);
    return sha256(text).hex();
}

std::optional<LoginPath::Answer> LoginPath::recall(const std::string& key) const
{
    std::istringstream text(m_files.read(memoryIn(m_folder), largestMemory).valueOr({}));
    std::string heading, asked, digest, path;
    if (!std::getline(text, heading) || heading != key || !std::getline(text, asked) || !std::getline(text, digest))
        return std::nullopt;
    std::getline(text, path, '\0');
    if (digest != sha256(path).hex())
        return std::nullopt; // torn, or of an earlier version
    const auto at = parseInstant(asked);
    const Instant now = m_clock.wall();
    if (!at || *at > now || now - *at > rememberedFor)
        return std::nullopt;
    return Answer{path.empty() ? std::nullopt : std::optional<std::string>(path)};
}

// Key, time, digest of the PATH, the PATH; the last is bytes, not text, so the file is no JSON.
void LoginPath::remember(const std::string& key, const std::optional<std::string>& path) const
{
    const std::string known = path.value_or("");
    if (m_files.makeFolder(m_folder))
        (void)m_files.writeAtomically(memoryIn(m_folder), key + '\n' + formatInstant(m_clock.wall()) + '\n' + sha256(known).hex() + '\n' + known);
}

} // namespace penstock::platform
