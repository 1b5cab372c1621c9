#include "app/cli/commands.h"

#include "app/cli/cli_text.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "app/cli/workspace.h"
#include "core/check/check.h"
#include "core/format/pipeline_reader.h"
#include "core/format/workspace_settings.h"
#include "core/host/pipeline_files.h"
#include "core/pipeline/issue_json.h"
#include "core/platform/disk_file_system.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace penstock::cli {

namespace {

struct Checked {
    std::string file; // as it is shown
    pipeline::Issues issues;
};

// The workspace that a file belongs to: paths in it are relative to that. Empty: none, and what it opens cannot be found.
std::filesystem::path workspaceOf(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (std::filesystem::path folder = file.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / "pipelines", ignored) || std::filesystem::exists(folder / ".penstock", ignored))
            return folder;
    }
    return {};
}

pipeline::Issues issuesOfPipeline(const std::string& text)
{
    format::ReadPipeline read = format::readPipeline(text);
    if (!read.tree)
        return std::move(read.issues);
    return check::merged(std::move(read.issues), check::check(read.pipeline, read.places, text));
}

// With what it opens, under the names by which one would say it from here.
Result<std::vector<Checked>> checkedWithOpened(const std::string& file, const std::filesystem::path& workspace)
{
    const std::string inside = std::filesystem::absolute(file).lexically_normal().lexically_relative(workspace).string();
    auto read = host::readPipelineFiles(platform::DiskFileSystem(), workspace.string(), inside);
    if (!read)
        return read.error();
    std::vector<Checked> checked;
    std::error_code ignored;
    for (host::PipelineFile& each : *read) {
        const bool isFirst = checked.empty();
        checked.push_back({isFirst ? file : (workspace / each.file).lexically_proximate(std::filesystem::current_path(ignored)).string(), std::move(each.issues)});
    }
    return checked;
}

Result<std::vector<Checked>> checked(const std::string& file)
{
    if (file == standardInput) {
        const auto text = textOf(file);
        return text ? Result(std::vector<Checked>{{file, issuesOfPipeline(*text)}}) : text.error();
    }
    const std::filesystem::path absolute = std::filesystem::absolute(file).lexically_normal();
    const std::filesystem::path workspace = workspaceOf(absolute);
    const bool isSettings = absolute.filename() == "penstock.yaml";
    if (!isSettings && !workspace.empty())
        return checkedWithOpened(file, workspace);
    const auto text = platform::DiskFileSystem().read(absolute.string(), largestPipeline);
    if (!text)
        return text.error();
    return std::vector<Checked>{{file, isSettings ? format::readSettings(*text).issues : issuesOfPipeline(*text)}};
}

// All pipelines of the workspace and its penstock.yaml.
Result<std::vector<std::string>> filesOf(const Arguments& arguments)
{
    const auto workspace = findWorkspace(arguments);
    if (!workspace)
        return workspace.error();
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(workspace->path + "/pipelines", ignored)) {
        if (entry.path().string().ends_with(".pipeline.yaml"))
            files.push_back(entry.path().lexically_proximate(std::filesystem::current_path(ignored)).string());
    }
    std::ranges::sort(files);
    if (std::filesystem::exists(workspace->path + "/penstock.yaml", ignored))
        files.push_back(workspace->path + "/penstock.yaml");
    return files;
}

} // namespace

Result<Exit> validate(const Invocation& invocation)
{
    Console& console = invocation.console;
    std::vector<std::string> files;
    for (const std::string& typed : invocation.arguments.operands())
        files.push_back(typedFile(invocation.arguments, typed));
    if (files.empty()) {
        auto all = filesOf(invocation.arguments);
        if (!all)
            return all.error();
        files = std::move(*all);
    }
    bool valid = true;
    Json documents = Json::array();
    std::set<std::filesystem::path> told; // a file that several open is listed once
    for (const std::string& typed : files) {
        const auto all = checked(typed);
        if (!all)
            return all.error();
        for (const auto& [file, issues] : *all) {
            if (!told.insert(std::filesystem::absolute(file).lexically_normal()).second)
                continue;
            const bool fine = !pipeline::prevents(issues);
            valid = valid && fine;
            documents.push_back({{"file", file}, {"valid", fine}, {"issues", pipeline::toJson(issues)}});
            if (console.wantsJson())
                continue;
            tellIssues(console, file, issues);
            console.line(fine ? Cli::tr("%1: valid").arg(fromUtf8(file))
                              : Cli::tr("%1: %n issue(s)", nullptr, int(issues.size())).arg(fromUtf8(file)));
        }
    }
    if (console.wantsJson())
        console.json({{"valid", valid}, {"files", documents}});
    return valid ? Exit::done : Exit::usage;
}

} // namespace penstock::cli
