#include "app/cli/commands.h"

#include "app/cli/cli_text.h"
#include "app/cli/problems.h"
#include "app/cli/workspace.h"
#include "core/check/check.h"
#include "core/format/pipeline_reader.h"
#include "core/format/workspace_settings.h"
#include "core/pipeline/issue_json.h"
#include "core/platform/disk_file_system.h"

#include <algorithm>
#include <filesystem>

namespace penstock::cli {

namespace {

constexpr std::uint64_t largestFile = 64ull << 20; // the reader refuses much less, and says so with a place

pipeline::Issues issuesOfPipeline(const std::string& text)
{
    format::ReadPipeline read = format::readPipeline(text);
    pipeline::Issues issues = std::move(read.issues);
    if (!read.tree)
        return issues;
    return check::merged(std::move(issues), check::check(read.pipeline, read.places, text));
}

Result<pipeline::Issues> issuesOf(const std::string& file)
{
    const auto text = platform::DiskFileSystem().read(std::filesystem::absolute(file).string(), largestFile);
    if (!text)
        return text.error();
    if (std::filesystem::path(file).filename() == "penstock.yaml")
        return format::readSettings(*text).issues;
    return issuesOfPipeline(*text);
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

// As typed, or a pipeline's name in the workspace.
std::string fileFor(const Arguments& arguments, const std::string& typed)
{
    std::error_code ignored;
    if (typed.find('.') != std::string::npos && std::filesystem::exists(typed, ignored))
        return typed;
    const auto workspace = findWorkspace(arguments);
    const auto file = workspace ? pipelineFile(*workspace, typed) : workspace.error();
    return file ? workspace->path + '/' + *file : typed;
}

} // namespace

Result<Exit> validate(const Invocation& invocation)
{
    Console& console = invocation.console;
    std::vector<std::string> files;
    for (const std::string& typed : invocation.arguments.operands())
        files.push_back(fileFor(invocation.arguments, typed));
    if (files.empty()) {
        auto all = filesOf(invocation.arguments);
        if (!all)
            return all.error();
        files = std::move(*all);
    }
    bool valid = true;
    Json documents = Json::array();
    for (const std::string& file : files) {
        const auto issues = issuesOf(file);
        if (!issues)
            return issues.error();
        const bool fine = !pipeline::prevents(*issues);
        valid = valid && fine;
        documents.push_back({{"file", file}, {"valid", fine}, {"issues", pipeline::toJson(*issues)}});
        if (console.wantsJson())
            continue;
        tellIssues(console, file, *issues);
        console.line(fine ? Cli::tr("%1: valid").arg(fromUtf8(file))
                          : Cli::tr("%1: %n issue(s)", nullptr, int(issues->size())).arg(fromUtf8(file)));
    }
    if (console.wantsJson())
        console.json({{"valid", valid}, {"files", documents}});
    return valid ? Exit::done : Exit::usage;
}

} // namespace penstock::cli
