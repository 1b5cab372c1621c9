#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "core/format/normal_form.h"
#include "core/format/yaml_tree.h"

namespace penstock::cli {

namespace {

struct Formatted {
    std::string file, before, after;

    bool isNormal() const { return before == after; }
};

// Errors: as of textOf(); invalid, with the issue told, when it has no normal form.
Result<Formatted> formatted(const Invocation& invocation, const std::string& typed)
{
    const std::string file = typedFile(invocation.arguments, typed);
    auto text = textOf(file);
    if (!text)
        return text.error();
    auto normal = format::normalForm(*text);
    if (normal)
        return Formatted{file, std::move(*text), std::move(*normal)};
    if (!invocation.console.wantsJson()) {
        pipeline::Issue issue;
        issue.what = normal.error().message;
        issue.place = format::placeOf(normal.error());
        tellIssues(invocation.console, file, {issue});
    }
    return Error{ErrorCode::invalid, {"cli.format_impossible", {{"path", file}}}, {}};
}

void tell(Console& console, const Formatted& each, bool isCheck)
{
    if (isCheck)
        console.line(fromUtf8(each.file));
    else
        console.note(Cli::tr("%1: written in its normal form").arg(fromUtf8(each.file)));
}

} // namespace

Result<Exit> format(const Invocation& invocation)
{
    const bool isCheck = invocation.arguments.has("check");
    std::vector<Formatted> all; // a file that cannot be read leaves the others as they are, too
    for (const std::string& typed : invocation.arguments.operands()) {
        auto each = formatted(invocation, typed);
        if (!each)
            return each.error();
        all.push_back(std::move(*each));
    }
    bool isNormal = true;
    Json files = Json::array();
    for (const Formatted& each : all) {
        const bool isWritten = !each.isNormal() && !isCheck;
        if (const auto written = isWritten ? writeOver(each.file, each.before, each.after) : Result<void>(); !written)
            return written.error();
        if (!each.isNormal() && !invocation.console.wantsJson())
            tell(invocation.console, each, isCheck);
        isNormal = isNormal && each.isNormal();
        files.push_back({{"file", each.file}, {"normal", each.isNormal()}, {"written", isWritten}});
    }
    if (invocation.console.wantsJson())
        invocation.console.json({{"normal", isNormal}, {"files", files}});
    return isCheck && !isNormal ? Exit::failed : Exit::done;
}

} // namespace penstock::cli
