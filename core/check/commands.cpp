#include "core/check/rules.h"

#include "core/base/ids.h"

#include <algorithm>
#include <set>

namespace penstock::check {

namespace {

using pipeline::Command;

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }
bool hasNul(const std::string& text) { return text.find('\0') != std::string::npos; }

// IEEE Std 1003.1, Base Definitions 8.1: names that every shell can read.
bool isVariable(const std::string& name)
{
    const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && !(name[0] >= '0' && name[0] <= '9') && std::ranges::all_of(name, fits);
}

void checkVariable(const std::string& path, const std::string& name, Findings& findings)
{
    if (!isVariable(name))
        findings.error(path, {"check.bad_variable", {{"name", name}}});
    else if (name.starts_with("PENSTOCK_"))
        findings.error(path, {"check.reserved_variable", {{"name", name}}});
}

void checkEnvironment(const pipeline::Named<std::string>& env, const std::string& path, Findings& findings)
{
    std::set<std::string> names;
    for (const auto& [name, value] : env) {
        checkVariable(path + '.' + name, name, findings);
        if (!names.insert(name).second)
            findings.error(path + '.' + name, {"check.duplicate_variable", {{"name", name}}}, {"check.mend.remove", {}});
        if (hasNul(value))
            findings.error(path + '.' + name, {"check.nul_byte", {}});
    }
}

// A secret whose variable is also set otherwise would be one or the other, depending on who looks.
void checkSecrets(const Command& command, const std::string& path, Findings& findings)
{
    std::set<std::string> others(command.pass.begin(), command.pass.end());
    for (const auto* variables : {&command.env, &command.environment.variables}) {
        for (const auto& [name, value] : *variables)
            others.insert(name);
    }
    for (std::size_t i = 0; i < command.secrets.size(); ++i) {
        const auto& [variable, name] = command.secrets[i];
        const std::string inMap = path + ".secrets." + variable;
        const std::string at = findings.isWritten(inMap, path + ".secrets") ? inMap : path + ".secrets." + std::to_string(i);
        checkVariable(at, variable, findings);
        if (!isName(name))
            findings.error(at, {"check.bad_secret_name", {{"name", name}}}, write(variable + ": api-token"));
        if (!others.insert(variable).second)
            findings.error(at, {"check.secret_is_variable", {{"name", variable}}}, {"check.mend.remove", {}});
    }
}

void checkArguments(const Command& command, const std::string& path, Findings& findings)
{
    const std::string& program = command.arguments.front();
    if (isBlank(program))
        findings.error(path + ".run.0", {"check.no_program", {}}, write("run: [python3, train.py]"));
    else if (command.arguments.size() == 1 && program.find(' ') != std::string::npos && program.find("${{") == std::string::npos)
        findings.warning(path + ".run.0", {"check.program_with_spaces", {{"text", program}}}, write("run: " + program));
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        if (hasNul(command.arguments[i]))
            findings.error(path + ".run." + std::to_string(i), {"check.nul_byte", {}});
    }
}

void checkCommand(const Command& command, const std::string& path, Findings& findings)
{
    if (!command.arguments.empty())
        checkArguments(command, path, findings);
    else if (isBlank(command.script))
        findings.error(path + ".run", {"check.no_program", {}}, write("run: [python3, train.py]"));
    else if (hasNul(command.script))
        findings.error(path + ".run", {"check.nul_byte", {}});
    checkEnvironment(command.env, path + ".env", findings);
    checkEnvironment(command.environment.variables, path + ".environment.variables", findings);
    for (std::size_t i = 0; i < command.pass.size(); ++i)
        checkVariable(path + ".pass." + std::to_string(i), command.pass[i], findings);
    checkSecrets(command, path, findings);
    if (!command.python.empty() && !command.environment.venv.requirements.empty())
        findings.error(path + ".python", {"check.two_pythons", {}},
                       write("environment: {venv: {requirements: " + command.environment.venv.requirements + ", python: " + command.python + "}}"));
}

} // namespace

void checkCommands(const Facts& facts, Findings& findings)
{
    checkEnvironment(facts.pipeline().defaults.env, "defaults.env", findings);
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        if (const auto* command = std::get_if<Command>(&facts.step(i).body))
            checkCommand(*command, facts.path(i), findings);
    }
}

} // namespace penstock::check
