#include "app/cli/workspace.h"

#include "core/base/spelling.h"
#include "core/store/state_folder.h"

#include <filesystem>
#include <system_error>

namespace penstock::cli {

namespace fs = std::filesystem;

namespace {

bool looksLikeWorkspace(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_directory(folder / "pipelines", ignored) || fs::exists(folder / ".penstock", ignored);
}

Error notFound(const char* id, const std::string& path) { return {ErrorCode::notFound, {id, {{"path", path}}}, {}}; }

} // namespace

Result<Workspace> workspaceAt(const std::string& folder)
{
    std::error_code failed;
    const fs::path canonical = fs::canonical(folder, failed);
    if (failed || !fs::is_directory(canonical, failed))
        return notFound("cli.workspace_missing", folder);
    return Workspace{canonical.string()};
}

Result<std::string> Workspace::stateFolder() const
{
    const auto state = store::findStateFolder(path);
    if (state)
        return state->path;
    return state.error().message.id == "store.no_state" ? Result<std::string>(std::string()) : state.error();
}

remote::Connection::Place Workspace::place(const std::string& program) const
{
    return {path, [workspace = *this] { return workspace.stateFolder().valueOr({}); }, program};
}

Result<Workspace> findWorkspace(const Arguments& arguments)
{
    if (const auto given = arguments.value("workspace"))
        return workspaceAt(*given);
    std::error_code failed;
    const fs::path here = fs::current_path(failed);
    if (failed)
        return notFound("cli.workspace_missing", ".");
    for (fs::path folder = here;; folder = folder.parent_path()) {
        if (looksLikeWorkspace(folder))
            return workspaceAt(folder.string());
        if (folder == folder.root_path())
            return notFound("cli.no_workspace_here", here.string());
    }
}

namespace {

std::vector<std::string> pipelineNames(const Workspace& workspace)
{
    static const std::string ending = ".pipeline.yaml";
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(fs::path(workspace.path) / "pipelines", ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending))
            names.push_back(name.substr(0, name.size() - ending.size()));
    }
    return names;
}

} // namespace

Result<std::string> pipelineFile(const Workspace& workspace, const std::string& typed)
{
    std::error_code ignored;
    const fs::path root(workspace.path);
    const fs::path candidates[] = {root / "pipelines" / (typed + ".pipeline.yaml"), fs::path(typed), root / typed};
    for (const fs::path& candidate : candidates) {
        if (!fs::is_regular_file(candidate, ignored))
            continue;
        const fs::path relative = fs::canonical(candidate, ignored).lexically_relative(root);
        if (relative.empty() || *relative.begin() == "..")
            return Error{
                ErrorCode::invalid, {"cli.file_outside", {{"path", typed}, {"workspace", workspace.path}}}, {}};
        return relative.string();
    }
    Error missing = notFound("cli.pipeline_missing", typed);
    if (const auto near = nearest(typed, pipelineNames(workspace))) {
        missing.message.id = "cli.pipeline_missing_near";
        missing.message.arguments.emplace_back("nearest", *near);
    }
    return missing;
}

Result<std::string> pipelineFileAtRevision(const Workspace& workspace, const std::string& typed)
{
    auto here = pipelineFile(workspace, typed);
    if (here || here.error().code != ErrorCode::notFound)
        return here;
    return typed.find('/') != std::string::npos || typed.ends_with(".yaml") ? typed : "pipelines/" + typed + ".pipeline.yaml";
}

} // namespace penstock::cli
