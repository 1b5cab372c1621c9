#include "core/check/rules.h"

#include "core/pipeline/workspace_path.h"

#include <algorithm>

namespace penstock::check {

namespace {

using pipeline::WorkspacePath;

// What a step that writes there could destroy, or read as if it were data.
constexpr std::string_view stateFolders[] = {".penstock", ".git"};
constexpr std::string_view documents[] = {"pipelines", "penstock.yaml"};

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

class Paths final {
public:
    explicit Paths(Findings& findings)
        : m_findings(findings)
    {}

    void written(const std::string& at, const std::string& path)
    {
        const auto inside = workspacePath(at, path);
        if (!inside || isState(at, path, *inside))
            return;
        if (inside->empty())
            m_findings.error(at, {"check.path_is_workspace", {{"path", path}}}, write("build"));
        else if (std::ranges::any_of(documents, [&](std::string_view own) { return pipeline::isWithin(*inside, own); }))
            m_findings.error(at, {"check.path_of_documents", {{"path", path}}}, write("build/" + lastPart(*inside)));
    }

    void read(const std::string& at, const std::string& path)
    {
        if (const auto inside = workspacePath(at, path))
            isState(at, path, *inside);
    }

    void folder(const std::string& at, const std::string& path) { workspacePath(at, path); }

private:
    static std::string lastPart(const std::string& path) { return path.substr(path.rfind('/') + 1); }

    std::optional<std::string> workspacePath(const std::string& at, const std::string& path)
    {
        if (path.find("${{") != std::string::npos) {
            m_findings.error(at, {"check.expression_in_path", {{"path", path}}});
            return std::nullopt;
        }
        if (std::ranges::any_of(path, isControl)) {
            m_findings.error(at, {"check.path_with_control", {}});
            return std::nullopt;
        }
        const WorkspacePath normal = WorkspacePath::of(path);
        if (normal.place == WorkspacePath::Place::absolute)
            m_findings.error(at, {"check.path_absolute", {{"path", path}}}, {"check.mend.relative_path", {}});
        else if (normal.place == WorkspacePath::Place::outside)
            m_findings.error(at, {"check.path_outside", {{"path", path}}}, {"check.mend.relative_path", {}});
        return normal.place == WorkspacePath::Place::inside ? std::optional(normal.path) : std::nullopt;
    }

    bool isState(const std::string& at, const std::string& path, const std::string& inside)
    {
        for (const std::string_view folder : stateFolders) {
            if (!pipeline::isWithin(inside, folder))
                continue;
            m_findings.error(at, {"check.path_of_state", {{"path", path}, {"folder", std::string(folder)}}}, write("build/" + lastPart(inside)));
            return true;
        }
        return false;
    }

    Findings& m_findings;
};

void checkCommand(const pipeline::Command& command, const std::string& path, Paths& paths)
{
    for (const auto& [name, output] : command.outputs) {
        if (!output.path.empty())
            paths.written(path + ".outputs." + name, output.path);
    }
    if (!command.metrics.empty())
        paths.written(path + ".metrics", command.metrics);
    for (std::size_t i = 0; i < command.reports.size(); ++i)
        paths.written(path + ".reports." + std::to_string(i), command.reports[i]);
    for (const auto& [name, input] : command.inputs) {
        if (input.isFile && input.source.find("${{") == std::string::npos)
            paths.read(path + ".inputs." + name, input.source);
    }
    if (!command.folder.empty())
        paths.folder(path + ".dir", command.folder);
    const pipeline::CommandEnvironment& environment = command.environment;
    if (const std::string venv = path + ".environment.venv"; !environment.venv.requirements.empty())
        paths.read(environment.venv.python.empty() ? venv : venv + ".requirements", environment.venv.requirements);
    for (std::size_t i = 0; i < environment.path.size(); ++i)
        paths.folder(path + ".environment.path." + std::to_string(i), environment.path[i]);
}

} // namespace

void checkPaths(const Facts& facts, Findings& findings)
{
    Paths paths(findings);
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        if (const auto* command = std::get_if<pipeline::Command>(&facts.step(i).body))
            checkCommand(*command, facts.path(i), paths);
    }
}

} // namespace penstock::check
