#include "core/platform/step_environment.h"

#include "core/platform/login_path.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace penstock::platform {

namespace {

namespace fs = std::filesystem;

constexpr const char* plainPath = "/usr/local/bin:/usr/bin:/bin";

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

StepEnvironment::StepEnvironment(Variables owner, std::string workspace, std::optional<std::string> path)
    : m_owner(std::move(owner))
    , m_workspace(std::move(workspace))
{
    const auto own = m_owner.find("PATH");
    m_path = path ? *path : own != m_owner.end() ? own->second : plainPath;
    const LoginShell shell = LoginShell::ofThisUser(); // a service may have been started without them
    m_owner.try_emplace("HOME", shell.home);
    m_owner.try_emplace("USER", shell.user);
    m_owner.try_emplace("LOGNAME", shell.user);
    m_owner.try_emplace("SHELL", shell.program);
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
