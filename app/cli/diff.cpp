#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/difference_text.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "core/format/pipeline_reader.h"

namespace penstock::cli {

namespace {

// Errors: invalid when it is no YAML; what else is wrong with it does not prevent a comparison.
Result<pipeline::Pipeline> pipelineAt(const Invocation& invocation, const std::string& typed)
{
    const auto text = pipelineText(invocation.arguments, typed);
    if (!text)
        return text.error();
    if (text->empty()) // git hands over /dev/null for a file that there is not
        return pipeline::Pipeline();
    format::ReadPipeline read = format::readPipeline(*text);
    if (!read.tree || read.tree->root.kind != format::YamlKind::mapping) {
        if (!invocation.console.wantsJson())
            tellIssues(invocation.console, typed, read.issues);
        return Error{ErrorCode::invalid, {"cli.diff_unreadable", {{"path", typed}}}, {}};
    }
    return std::move(read.pipeline);
}

} // namespace

Result<Exit> diff(const Invocation& invocation)
{
    const auto& operands = invocation.arguments.operands();
    const std::string before = operands.size() == 1 ? "HEAD:" + operands[0] : operands[0];
    const auto old = pipelineAt(invocation, before);
    if (!old)
        return old.error();
    const auto now = pipelineAt(invocation, operands.back());
    if (!now)
        return now.error();
    const edit::Difference difference = edit::difference(*old, *now);
    if (invocation.console.wantsJson())
        invocation.console.json(toJson(difference));
    else if (difference.isEmpty())
        invocation.console.note(Cli::tr("Both mean the same."));
    else
        tellDifference(invocation.console, difference);
    return difference.isEmpty() ? Exit::done : Exit::failed;
}

} // namespace penstock::cli
