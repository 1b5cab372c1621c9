#include "app/cli/commands.h"
#include "app/cli/studio_program.h"
#include "app/cli/workspace.h"

#include <cstdlib>
#include <filesystem>

namespace penstock::cli {

namespace {

// As typed, or a pipeline's name in the workspace.
Result<std::string> fileFor(const Arguments& arguments)
{
    const std::string typed = arguments.operand(0);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(typed, ignored))
        return typed;
    const auto workspace = findWorkspace(arguments);
    if (!workspace)
        return Error{ErrorCode::notFound, {"cli.file_unreadable", {{"path", typed}}}, {}};
    const auto file = pipelineFile(*workspace, typed);
    return file ? Result(workspace->path + '/' + *file) : file.error();
}

} // namespace

// Drawing needs widgets and fonts, which this program has not: Studio draws, without a window and without a display.
Result<Exit> exportGraph(const Invocation& invocation)
{
    const auto file = fileFor(invocation.arguments);
    if (!file)
        return file.error();
    std::vector<std::string> words{"--export-graph", *file};
    for (const char* format : {"svg", "png", "pdf"}) {
        if (const auto path = invocation.arguments.value(format))
            words.insert(words.end(), {std::string("--").append(format), *path});
    }
    if (words.size() == 2)
        return Error{ErrorCode::invalid, {"cli.picture_missing", {}}, {}};
    if (const auto scale = invocation.arguments.value("scale"))
        words.insert(words.end(), {"--scale", *scale});
    for (const char* option : {"dark", "with-source", "json"}) {
        if (invocation.arguments.has(option))
            words.push_back(std::string("--").append(option));
    }
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    return becomeStudio(invocation, std::move(words));
}

} // namespace penstock::cli
