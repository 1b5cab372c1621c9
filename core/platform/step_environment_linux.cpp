#include "core/platform/step_environment.h"

#include "core/platform/brief_command.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace penstock::platform {

namespace {

namespace fs = std::filesystem;

constexpr const char* plainPath = "/usr/local/bin:/usr/bin:/bin";

struct User {
    std::string name;
    std::string home;
    std::string shell;
};

User thisUser()
{
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(1 << 14);
    User user;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        user = {entry.pw_name, entry.pw_dir, entry.pw_shell};
    if (user.shell.empty())
        user.shell = "/bin/sh";
    return user;
}

// Who and where somebody is, language and time zone, and how this machine reaches its network and its graphics cards.
// Not LD_LIBRARY_PATH, PYTHONPATH and the like: those are the usual reasons why it works in one terminal only.
bool isAllowed(const std::string& name)
{
    static constexpr const char* names[] = {"HOME",        "USER",        "LOGNAME",       "SHELL",
                                            "LANG",        "LANGUAGE",    "TZ",            "TMPDIR",
                                            "http_proxy",  "https_proxy", "no_proxy",      "HTTP_PROXY",
                                            "HTTPS_PROXY", "NO_PROXY",    "SSL_CERT_FILE", "SSL_CERT_DIR",
                                            "REQUESTS_CA_BUNDLE"};
    static constexpr const char* beginnings[] = {"LC_", "CUDA_", "NVIDIA_"};
    return std::any_of(std::begin(names), std::end(names), [&](const char* each) { return name == each; })
           || std::any_of(std::begin(beginnings), std::end(beginnings),
                          [&](const char* each) { return name.rfind(each, 0) == 0; });
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

// The folder of programs first, and the name by which tools recognise what it belongs to.
void enter(Variables& variables, const fs::path& programs)
{
    variables["PATH"] = programs.string() + ':' + variables["PATH"];
    const fs::path prefix = programs.parent_path();
    std::error_code ignored;
    if (fs::exists(prefix / "pyvenv.cfg", ignored))
        variables["VIRTUAL_ENV"] = prefix.string();
    else if (fs::exists(prefix / "conda-meta", ignored))
        variables["CONDA_PREFIX"] = prefix.string();
}

} // namespace

Variables processVariables()
{
    Variables variables;
    for (char** each = environ; each && *each; ++each) {
        const std::string entry = *each;
        const std::size_t sign = entry.find('=');
        if (sign != std::string::npos)
            variables[entry.substr(0, sign)] = entry.substr(sign + 1);
    }
    return variables;
}

std::optional<std::string> loginShellPath(Duration patience)
{
    const User user = thisUser();
    SpawnPlan plan;
    plan.arguments = {user.shell, "-l", "-c", "/usr/bin/env -0"};
    plan.variables = Variables{{"HOME", user.home},   {"USER", user.name}, {"LOGNAME", user.name},
                               {"SHELL", user.shell}, {"TERM", "dumb"},    {"PATH", plainPath}};
    const auto output = runBriefly(plan, patience);
    if (!output || output->code != 0)
        return std::nullopt;
    const std::string path = pathIn(output->text);
    return path.empty() ? std::nullopt : std::optional<std::string>(path);
}

StepEnvironment::StepEnvironment(Variables owner, std::string workspace, std::optional<std::string> path)
    : m_owner(std::move(owner))
    , m_workspace(std::move(workspace))
{
    const auto own = m_owner.find("PATH");
    m_path = path ? *path : own != m_owner.end() ? own->second : plainPath;
    const User user = thisUser(); // a service may have been started without them
    m_owner.try_emplace("HOME", user.home);
    m_owner.try_emplace("USER", user.name);
    m_owner.try_emplace("LOGNAME", user.name);
    m_owner.try_emplace("SHELL", user.shell);
}

Variables StepEnvironment::variables(const std::vector<std::string>& pass, const std::string& python) const
{
    Variables variables;
    for (const auto& [name, value] : m_owner) {
        if (isAllowed(name) || std::find(pass.begin(), pass.end(), name) != pass.end())
            variables[name] = value;
    }
    variables["PATH"] = m_path;
    const fs::path venv = fs::path(m_workspace) / ".venv/bin";
    std::error_code ignored;
    if (!python.empty())
        enter(variables, (fs::path(m_workspace) / python).lexically_normal().parent_path());
    else if (fs::is_directory(venv, ignored))
        enter(variables, venv);
    return variables;
}

} // namespace penstock::platform
