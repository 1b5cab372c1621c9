#include "core/platform/interpreter.h"

#include "core/platform/brief_command.h"

#include <unistd.h>

#include <filesystem>
#include <sstream>

namespace penstock::platform {

namespace {

namespace fs = std::filesystem;

constexpr const char* question = "import sys, importlib.util\n"
                                 "print('.'.join(map(str, sys.version_info[:3])))\n"
                                 "for name in sys.argv[1:]:\n"
                                 "    try: found = importlib.util.find_spec(name) is not None\n"
                                 "    except Exception: found = False\n"
                                 "    if not found: print(name)\n";

bool isProgram(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

std::string onPath(const std::string& folders, const char* name)
{
    std::istringstream in(folders);
    for (std::string folder; std::getline(in, folder, ':');) {
        if (!folder.empty() && isProgram(fs::path(folder) / name))
            return (fs::path(folder) / name).string();
    }
    return {};
}

} // namespace

Result<Interpreter> findInterpreter(const Variables& variables, const std::string& workspace, const std::string& python)
{
    if (!python.empty()) {
        const std::string path = (fs::path(workspace) / python).lexically_normal().string();
        if (!isProgram(path))
            return Error{ErrorCode::notFound, {"platform.python_given_missing", {{"path", path}}}, {}};
        return Interpreter{path, Interpreter::Origin::given};
    }
    const auto path = variables.find("PATH");
    const std::string folders = path == variables.end() ? std::string() : path->second;
    for (const char* name : {"python3", "python"}) {
        const std::string found = onPath(folders, name);
        if (found.empty())
            continue;
        const bool isInside = found.rfind(workspace + "/.venv/", 0) == 0;
        return Interpreter{found, isInside ? Interpreter::Origin::workspace : Interpreter::Origin::path};
    }
    return Error{ErrorCode::notFound, {"platform.python_missing", {{"path", folders}}}, {}};
}

Result<InterpreterReport> inspect(const Interpreter& interpreter, const Variables& variables,
                                  const std::vector<std::string>& modules, Duration patience)
{
    SpawnPlan plan;
    plan.arguments = {interpreter.path, "-c", question};
    plan.arguments.insert(plan.arguments.end(), modules.begin(), modules.end());
    plan.variables = variables;
    const auto output = runBriefly(plan, patience);
    if (!output)
        return output.error();
    std::istringstream lines(output->text);
    InterpreterReport report;
    if (output->code != 0 || !std::getline(lines, report.version))
        return Error{ErrorCode::invalid, {"platform.python_broken", {{"path", interpreter.path}}}, {}};
    for (std::string name; std::getline(lines, name);)
        report.missing.push_back(name);
    return report;
}

} // namespace penstock::platform
