#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/line_diff.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "core/format/normal_form.h"
#include "core/format/yaml_tree.h"
#include "core/host/unified_diff.h"

#include <optional>

namespace penstock::cli {

namespace {

enum class Mode { write, check, diff, filter };

struct Formatted {
    std::string file;
    std::optional<platform::ClaimedFile> claim; // of files that may be written
    std::string before, after;

    bool isNormal() const { return before == after; }
    std::string diff() const { return host::unifiedDiff(file, before, after); }
};

// Errors: as of textOf() and claimed(); invalid, with the issue told, when it has no normal form.
Result<Formatted> formatted(const Invocation& invocation, const std::string& typed, bool isWritten)
{
    Formatted each{typedFile(invocation.arguments, typed), {}, {}, {}};
    if (isWritten && each.file != standardInput) {
        auto claim = claimed(each.file);
        if (!claim)
            return claim.error();
        each.before = claim->content();
        each.claim = std::move(*claim);
    } else {
        auto text = textOf(each.file);
        if (!text)
            return text.error();
        each.before = std::move(*text);
    }
    auto normal = format::normalForm(each.before);
    if (!normal) {
        if (!invocation.console.wantsJson()) {
            pipeline::Issue issue;
            issue.what = normal.error().message;
            issue.place = format::placeOf(normal.error());
            tellIssues(invocation.console, each.file, {issue});
        }
        return Error{ErrorCode::invalid, {"cli.format_impossible", {{"path", each.file}}}, {}};
    }
    each.after = std::move(*normal);
    return each;
}

void tell(Console& console, const Formatted& each, Mode mode)
{
    switch (mode) {
    case Mode::filter: return console.raw(each.after.data(), each.after.size());
    case Mode::diff: return tellDiff(console, each.diff());
    case Mode::check: return each.isNormal() ? void() : console.line(fromUtf8(each.file));
    case Mode::write:
        if (!each.isNormal())
            console.note(Cli::tr("%1: written in its normal form").arg(fromUtf8(each.file)));
    }
}

} // namespace

Result<Exit> format(const Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments;
    const bool isCheck = arguments.has("check");
    const Mode files = arguments.has("diff") ? Mode::diff : isCheck ? Mode::check : Mode::write;
    std::vector<Formatted> all; // a file that cannot be read leaves the others as they are, too
    for (const std::string& typed : arguments.operands()) {
        auto each = formatted(invocation, typed, files == Mode::write);
        if (!each)
            return each.error();
        all.push_back(std::move(*each));
    }
    bool isNormal = true;
    Json told = Json::array();
    for (Formatted& each : all) {
        const bool isWritten = !each.isNormal() && each.claim;
        if (const auto written = isWritten ? replace(invocation.console, each.file, *each.claim, each.after) : Result<void>(); !written)
            return written.error();
        if (!invocation.console.wantsJson())
            tell(invocation.console, each, files == Mode::write && !each.claim ? Mode::filter : files);
        isNormal = isNormal && each.isNormal();
        told.push_back({{"file", each.file}, {"normal", each.isNormal()}, {"written", isWritten}});
        if (files == Mode::diff)
            told.back()["diff"] = each.diff();
    }
    if (invocation.console.wantsJson())
        invocation.console.json({{"normal", isNormal}, {"files", told}});
    return isCheck && !isNormal ? Exit::failed : Exit::done;
}

} // namespace penstock::cli
