#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/edit_request.h"
#include "app/cli/line_diff.h"
#include "app/cli/pipeline_text.h"
#include "app/cli/problems.h"
#include "core/check/check.h"
#include "core/format/layout_file.h"
#include "core/host/unified_diff.h"
#include "core/messages/messages.h"
#include "core/pipeline/issue_json.h"

#include <algorithm>
#include <optional>
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

// What is changed: a file that nobody else changes meanwhile, or what comes through standard input and goes on to standard
// output. Positions on the canvas follow where a file has them.
struct Subject {
    std::optional<platform::ClaimedFile> file, layout;
    std::string text;

    edit::Document document() const { return {text, layout ? layout->content() : std::string()}; }
};

Result<Subject> subjectIn(const std::string& file)
{
    Subject subject;
    if (file == standardInput) {
        auto text = textOf(file);
        if (!text)
            return text.error();
        subject.text = std::move(*text);
        return subject;
    }
    auto claim = claimed(file);
    if (!claim)
        return claim.error();
    subject.text = claim->content();
    subject.file = std::move(*claim);
    if (auto layout = claimed(format::layoutPathOf(file)))
        subject.layout = std::move(*layout);
    return subject;
}

// Errors: those of editRequest() and edit::apply(); invalid, with the issues told, when the result could not be read whole.
Result<edit::Document> edited(const Invocation& invocation, const std::string& file, const edit::Document& before)
{
    const auto request = editRequest(invocation.arguments, before);
    if (!request)
        return request.error();
    auto after = edit::apply(before, *request);
    if (!after)
        return after;
    // A key that there is not, or a value of another type: that cannot have been asked for.
    const pipeline::Issues wrong = newErrors(before.read().issues, after->read().issues);
    if (wrong.empty())
        return after;
    if (!invocation.console.wantsJson())
        tellIssues(invocation.console, file, wrong);
    return Error{ErrorCode::invalid, {"cli.edit_invalid", {{"path", file}}}, {}};
}

// Positions can be lost without harm, so a layout that cannot be written does not undo the edit.
Result<void> write(Console& console, Subject& subject, const std::string& file, const edit::Document& after)
{
    if (after.text() != subject.text) {
        if (auto written = replace(console, file, *subject.file, after.text()); !written)
            return written;
    }
    if (!subject.layout || after.layoutText() == subject.layout->content())
        return {};
    if (const auto written = subject.layout->replace(after.layoutText()); !written)
        console.note(messages::sentence(written.error()));
    return {};
}

void tell(Console& console, const std::string& file, const std::string& diff, bool isChanged, const pipeline::Issues& made)
{
    tellDiff(console, diff);
    if (!isChanged)
        console.note(Cli::tr("Nothing to change."));
    for (const pipeline::Issue& issue : made)
        console.note(fromUtf8(messages::issueText(fromUtf8(file), issue).toStdString()));
}

} // namespace

Result<Exit> edit(const Invocation& invocation)
{
    Console& console = invocation.console;
    const std::string file = typedFile(invocation.arguments, invocation.arguments.operand(0));
    auto subject = subjectIn(file);
    if (!subject)
        return subject.error();
    const edit::Document before = subject->document();
    const auto after = edited(invocation, file, before);
    if (!after)
        return after.error();
    const bool isChanged = !(*after == before);
    const bool isDry = invocation.arguments.has("dry-run");
    const bool isPrinted = !subject->file && !isDry;
    const bool isWritten = isChanged && subject->file && !isDry;
    if (const auto written = isWritten ? write(console, *subject, file, *after) : Result<void>(); !written)
        return written.error();
    const std::string diff = host::unifiedDiff(file, before.text(), after->text());
    const pipeline::Issues made = newErrors(issuesOf(before), issuesOf(*after));
    if (console.wantsJson()) {
        console.json({{"file", file}, {"changed", isChanged}, {"written", isWritten}, {"diff", diff}, {"issues", pipeline::toJson(made)}});
        return Exit::done;
    }
    if (isPrinted)
        console.raw(after->text().data(), after->text().size());
    tell(console, file, isPrinted ? std::string() : diff, isChanged, made);
    return Exit::done;
}

} // namespace penstock::cli
