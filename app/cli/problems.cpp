#include "app/cli/problems.h"

#include "app/cli/cli_text.h"
#include "core/messages/messages.h"
#include "core/pipeline/issue_json.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

void tellIssues(Console& console, const std::string& file, const pipeline::Issues& issues)
{
    for (const auto& issue : issues)
        console.line(fromUtf8(messages::issueText(fromUtf8(file), issue).toStdString()));
}

namespace {

// The issues may be those of a file that the one which was named opens.
std::string fileOf(const Message& message, const std::string& file)
{
    for (const auto& [name, value] : message.arguments) {
        if (name == "path")
            return value;
    }
    return file;
}

} // namespace

void tellRefusal(Console& console, const std::string& file, const Error& error)
{
    const auto detail =
        error.code == ErrorCode::invalid && !error.detail.empty() ? parseJson(error.detail) : Result<Json>(Json());
    if (!console.wantsJson() && detail && detail->is_array())
        tellIssues(console, fileOf(error.message, file), pipeline::issuesFromJson(*detail));
    console.error(error);
}

} // namespace penstock::cli
