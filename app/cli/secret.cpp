// Sets, lists and removes secrets. A value comes from stdin or from a prompt that shows nothing; it is never an argument,
// which everybody on the machine could read, and never printed.
#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/user_secrets.h"
#include "app/cli/workspace.h"
#include "core/platform/secret_masks.h"

#include <unistd.h>

#include <cerrno>

namespace penstock::cli {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr Duration patienceWithPeople = 60s; // a keyring may ask for its password

// A workspace only where it is named: most tokens are those of a person, and hold everywhere.
Result<std::string> namedWorkspace(const Invocation& invocation)
{
    if (!invocation.arguments.has("workspace"))
        return std::string();
    const auto workspace = findWorkspace(invocation.arguments);
    return workspace ? Result<std::string>(workspace->path) : workspace.error();
}

Json placed(const platform::SecretId& id, const char* place)
{
    return {{"name", id.name}, {"workspace", id.workspace.empty() ? Json() : Json(id.workspace)}, {"place", place}};
}

Result<std::string> valueFromInput()
{
    std::string text;
    char buffer[1 << 12];
    for (;;) {
        const ssize_t size = read(STDIN_FILENO, buffer, sizeof buffer);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        text.append(buffer, static_cast<std::size_t>(size));
        if (text.size() > platform::longestSecret + 1)
            return Error{ErrorCode::invalid, {"platform.secret_too_long", {{"limit", std::to_string(platform::longestSecret)}}}, {}};
    }
    if (!text.empty() && text.back() == '\n') // what `echo` adds
        text.pop_back();
    return text;
}

Result<Exit> set(const Invocation& invocation, const platform::SecretId& id)
{
    Console& console = invocation.console;
    const auto value = console.isInteractive()
                           ? Result<std::string>(console.askUnseen(Cli::tr("Value of %1 (it is not shown): ").arg(fromUtf8(id.name))))
                           : valueFromInput();
    if (!value)
        return value.error();
    const bool toFile = invocation.arguments.has("file");
    const auto written = userSecrets(invocation.program, patienceWithPeople)
                             .set(id, *value, toFile ? platform::SecretPlace::file : platform::SecretPlace::keyring);
    if (!written)
        return written.error();
    if (console.wantsJson()) {
        console.json(placed(id, toFile ? "file" : "keyring"));
        return Exit::done;
    }
    console.line(toFile ? Cli::tr("%1 is kept in a file that only you can read.").arg(fromUtf8(id.name))
                        : Cli::tr("%1 is kept in the keyring.").arg(fromUtf8(id.name)));
    if (value->size() < platform::shortestMask)
        console.note(Cli::tr("It is so short that logs cannot hide it."));
    return Exit::done;
}

Result<Exit> list(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto here = findWorkspace(invocation.arguments);
    if (!here && invocation.arguments.has("workspace"))
        return here.error();
    const auto entries = userSecrets(invocation.program, patienceWithPeople).list();
    if (!entries)
        return entries.error();
    Json json = Json::array();
    std::vector<QStringList> rows;
    for (const platform::SecretEntry& entry : *entries) {
        const bool isShown = entry.id.workspace.empty() || (here && entry.id.workspace == here->path);
        if (!isShown)
            continue;
        json.push_back(placed(entry.id, entry.value ? "file" : "keyring"));
        rows.push_back({fromUtf8(entry.id.name), entry.value ? Cli::tr("file") : Cli::tr("keyring"),
                        entry.id.workspace.empty() ? Cli::tr("everywhere") : fromUtf8(entry.id.workspace)});
    }
    if (console.wantsJson())
        console.json({{"secrets", std::move(json)}});
    else if (rows.empty())
        console.line(Cli::tr("There are no secrets. `penstock secret set NAME` keeps one."));
    else
        console.table({Cli::tr("Secret"), Cli::tr("Kept in"), Cli::tr("Holds in")}, rows);
    return Exit::done;
}

Result<Exit> remove(const Invocation& invocation, const platform::SecretId& id)
{
    const auto removed = userSecrets(invocation.program, patienceWithPeople).remove(id);
    if (!removed)
        return removed.error();
    if (invocation.console.wantsJson())
        invocation.console.json({{"name", id.name}, {"workspace", id.workspace.empty() ? Json() : Json(id.workspace)}, {"removed", true}});
    else
        invocation.console.line(Cli::tr("%1 is removed.").arg(fromUtf8(id.name)));
    return Exit::done;
}

} // namespace

Result<Exit> secret(const Invocation& invocation)
{
    const std::string what = invocation.arguments.operand(0);
    const std::string name = invocation.arguments.operand(1);
    if (what == "list" && name.empty())
        return list(invocation);
    if ((what != "set" && what != "remove") || name.empty())
        return Error{ErrorCode::invalid, {"cli.secret_usage", {}}, {}};
    const auto workspace = namedWorkspace(invocation);
    if (!workspace)
        return workspace.error();
    const platform::SecretId id{name, *workspace};
    return what == "set" ? set(invocation, id) : remove(invocation, id);
}

} // namespace penstock::cli
