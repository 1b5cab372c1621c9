#include "app/cli/trust_gate.h"

#include "app/cli/cli_text.h"
#include "core/messages/trust.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

bool isTrusted(const std::string& workspace)
{
    return messages::Trust(messages::UserFolders::ofThisUser()).isTrusted(QString::fromStdString(workspace));
}

Result<void> trust(const std::string& workspace)
{
    return messages::Trust(messages::UserFolders::ofThisUser()).add(QString::fromStdString(workspace));
}

Result<void> requireTrust(const Invocation& invocation, const Workspace& workspace)
{
    if (isTrusted(workspace.path))
        return {};
    if (invocation.arguments.has("trust"))
        return trust(workspace.path);
    Console& console = invocation.console;
    if (!console.isInteractive() || console.wantsJson())
        return Error{ErrorCode::untrusted, {"session.untrusted", {{"workspace", workspace.path}}}, {}};
    console.note(Cli::tr("Nothing was run in %1 by you before. Its pipelines can run any program as you.")
                     .arg(fromUtf8(workspace.path)));
    const QString answer = console.ask(Cli::tr("Type \"yes\" if you trust it: "));
    if (answer != u"yes"_s && answer != Cli::tr("yes"))
        return Error{ErrorCode::untrusted, {"session.untrusted", {{"workspace", workspace.path}}}, {}};
    return trust(workspace.path);
}

} // namespace penstock::cli
