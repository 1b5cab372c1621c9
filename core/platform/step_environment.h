#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::platform {

using Variables = std::map<std::string, std::string>;

Variables processVariables(); // of this process

// What a step's environment starts from; `defaults.env`, `env` and PENSTOCK_* are laid over it by its user.
// Only listed variables of the owner pass: what happened to be exported in one terminal must not change a result.
class StepEnvironment final {
public:
    // `path` is the login shell's (LoginPath), if known; else that of `owner` is used.
    StepEnvironment(Variables owner, std::string workspace, std::optional<std::string> path);

    // `pass` names variables that come along as they are now. `python` is an interpreter (absolute or relative to the
    // workspace): its folder stands first in PATH, and VIRTUAL_ENV or CONDA_PREFIX says what it belongs to. Without it
    // the workspace's .venv does the same where there is one.
    Variables variables(const std::vector<std::string>& pass, const std::string& python = {}) const;

private:
    Variables m_owner;
    std::string m_workspace;
    std::string m_path;
};

} // namespace penstock::platform
