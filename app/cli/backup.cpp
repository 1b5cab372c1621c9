#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/workspace.h"
#include "core/store/backup.h"

#include <filesystem>

namespace penstock::cli {

namespace {

constexpr const char* restoreNote =
    "A backup of the state of a Penstock workspace: its log of events, what scripts logged,\n"
    "artifacts, and what attempts left.\n"
    "\n"
    "To restore it, in a clone of the workspace's files that has no state of its own yet:\n"
    "\n"
    "    mkdir .penstock\n"
    "    tar -xf BACKUP -C .penstock\n"
    "    penstock audit verify\n"
    "    penstock models\n"
    "\n"
    "Nothing may run in the workspace meanwhile. Runs that had not ended when the backup was made go on from there, or are\n"
    "lost where nobody saw their end. The restored workspace has to be trusted: `penstock run FILE --trust`.\n";

} // namespace

Result<Exit> backup(const Invocation& invocation)
{
    const auto workspace = findWorkspace(invocation.arguments);
    const auto folder = workspace ? workspace->stateFolder() : workspace.error();
    if (!folder)
        return folder.error();
    std::error_code error;
    const std::string file = std::filesystem::absolute(invocation.arguments.operand(0), error).string();
    const std::atomic<bool> never{false};
    const auto made = store::backUp(*folder, file, restoreNote, never);
    if (!made)
        return made.error();
    Console& console = invocation.console;
    if (console.wantsJson())
        console.json({{"file", file}, {"files", made->files}, {"bytes", made->bytes}});
    else
        console.line(Cli::tr("%1 is a backup of %2 in %3. RESTORE.txt in it says how to restore it.")
                         .arg(fromUtf8(file), Cli::tr("%n file(s)", nullptr, static_cast<int>(made->files)), sizeText(made->bytes)));
    return Exit::done;
}

} // namespace penstock::cli
