#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/edit_request.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "core/check/check.h"
#include "core/format/layout_file.h"
#include "core/host/unified_diff.h"
#include "core/messages/messages.h"
#include "core/pipeline/issue_json.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

pipeline::Issues issuesOf(const edit::Document& document)
{
    if (!document.read().tree)
        return document.read().issues;
    return check::merged(document.read().issues, check::check(document.pipeline(), document.read().places, document.text()));
}

// Errors that the edit made: places move, so they are told apart by what they say and where in the document.
pipeline::Issues newErrors(const pipeline::Issues& before, const pipeline::Issues& after)
{
    std::multiset<std::pair<std::string, std::string>> known;
    const auto key = [](const pipeline::Issue& issue) { return std::pair(issue.path, messages::sentence(issue.what).toStdString()); };
    for (const pipeline::Issue& issue : before)
        known.insert(key(issue));
    pipeline::Issues made;
    for (const pipeline::Issue& issue : after) {
        const auto found = known.find(key(issue));
        if (found != known.end())
            known.erase(found);
        else if (issue.severity == pipeline::Severity::error)
            made.push_back(issue);
    }
    return made;
}

void tellDiff(Console& console, const std::string& diff)
{
    for (std::size_t at = 0; at < diff.size();) {
        const std::size_t end = std::min(diff.find('\n', at), diff.size());
        const QString line = fromUtf8(diff.substr(at, end - at - (end > at && diff[end - 1] == '\r' ? 1 : 0)));
        const bool isHead = line.startsWith(u"---") || line.startsWith(u"+++");
        const Tone tone = isHead ? Tone::bold : line.startsWith(u'+') ? Tone::succeeded : line.startsWith(u'-') ? Tone::failed : Tone::plain;
        console.line(console.toned(line, tone));
        at = end + 1;
    }
}

Result<void> write(const std::string& file, const edit::Document& before, const edit::Document& after)
{
    if (auto written = writeOver(file, before.text(), after.text()); !written)
        return written;
    if (after.layoutText() == before.layoutText() || before.layoutText().empty())
        return {};
    return writeOver(format::layoutPathOf(file), before.layoutText(), after.layoutText());
}

} // namespace

Result<Exit> edit(const Invocation& invocation)
{
    Console& console = invocation.console;
    const Arguments& arguments = invocation.arguments;
    const std::string file = typedFile(arguments, arguments.operand(0));
    const auto text = textOf(file);
    if (!text)
        return text.error();
    const edit::Document before(*text, textOf(format::layoutPathOf(file)).valueOr({}));
    const auto request = editRequest(arguments, before);
    if (!request)
        return request.error();
    const auto after = edit::apply(before, *request);
    if (!after)
        return after.error();
    // A key that there is not, or a value of another type: that cannot have been asked for.
    if (const pipeline::Issues wrong = newErrors(before.read().issues, after->read().issues); !wrong.empty()) {
        if (!console.wantsJson())
            tellIssues(console, file, wrong);
        return Error{ErrorCode::invalid, {"cli.edit_invalid", {{"path", file}}}, {}};
    }
    const bool isDry = arguments.has("dry-run");
    const bool isChanged = !(*after == before);
    if (const auto written = isChanged && !isDry ? write(file, before, *after) : Result<void>(); !written)
        return written.error();
    const std::string diff = host::unifiedDiff(file, before.text(), after->text());
    const pipeline::Issues made = newErrors(issuesOf(before), issuesOf(*after));
    if (console.wantsJson()) {
        console.json({{"file", file}, {"changed", isChanged}, {"written", isChanged && !isDry}, {"diff", diff}, {"issues", pipeline::toJson(made)}});
        return Exit::done;
    }
    tellDiff(console, diff);
    if (!isChanged)
        console.note(Cli::tr("Nothing to change."));
    for (const pipeline::Issue& issue : made)
        console.note(fromUtf8(messages::issueText(fromUtf8(file), issue).toStdString()));
    return Exit::done;
}

} // namespace penstock::cli
