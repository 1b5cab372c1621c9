#include "app/cli/diagnosis.h"

#include "app/cli/cli_text.h"
#include "app/cli/garbage.h"
#include "app/cli/helper_program.h"
#include "app/cli/imported_modules.h"
#include "app/cli/reading.h"
#include "app/cli/trust_gate.h"
#include "core/messages/messages.h"
#include "core/platform/control_group.h"
#include "core/platform/disk_file_system.h"
#include "core/platform/interpreter.h"
#include "core/platform/login_path.h"
#include "core/platform/step_environment.h"
#include "core/platform/system_clock.h"
#include "core/platform/workspace_lock.h"
#include "core/remote/owner_file.h"
#include "core/store/state_folder.h"

#include <QEventLoop>

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Health = Finding::Health;

namespace {

constexpr std::uint64_t littleSpace = 1ull << 30;

Finding problem(std::string id, QString title, const Error& error, QString mend = {})
{
    return {std::move(id), Health::problem, std::move(title), messages::withDetail(error), std::move(mend)};
}

Finding stateFinding(const Workspace& workspace)
{
    const auto folder = workspace.stateFolder();
    if (!folder)
        return problem("state", Cli::tr("state"), folder.error());
    if (folder->empty())
        return {"state", Health::fine, Cli::tr("state"), Cli::tr("nothing was run here yet"), {}};
    if (access(folder->c_str(), W_OK) != 0)
        return {"state", Health::problem, Cli::tr("state"), Cli::tr("%1 cannot be written").arg(fromUtf8(*folder)),
                Cli::tr("Make it yours and writable; until then runs can be looked at, but not started.")};
    return {"state", Health::fine, Cli::tr("state"), fromUtf8(*folder), {}};
}

Finding logFinding(const Workspace& workspace)
{
    const auto view = readView(workspace);
    if (!view)
        return problem("log", Cli::tr("log"), view.error());
    return {"log",
            Health::fine,
            Cli::tr("log"),
            Cli::tr("%1, %2").arg(Cli::tr("%n event(s)", nullptr, static_cast<int>(view->seq)),
                                  Cli::tr("%n run(s)", nullptr, static_cast<int>(view->workspace.runs.size()))),
            {}};
}

Finding spaceFinding(const Workspace& workspace)
{
    const std::string folder = workspace.stateFolder().valueOr({});
    struct statvfs info {};
    if (statvfs(folder.empty() ? workspace.path.c_str() : folder.c_str(), &info) != 0)
        return {"space", Health::warning, Cli::tr("disk"), Cli::tr("free space is not known"), {}};
    const std::uint64_t free = static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
    const QString text = Cli::tr("%1 free").arg(sizeText(free));
    if (free < littleSpace)
        return {"space", Health::warning, Cli::tr("disk"), text,
                Cli::tr("Free some: a run stops when its results cannot be kept.")};
    return {"space", Health::fine, Cli::tr("disk"), text, {}};
}

Finding sizeFinding(const Workspace& workspace)
{
    const std::string folder = workspace.stateFolder().valueOr({});
    const auto view = readView(workspace);
    if (folder.empty() || !view)
        return {"size", Health::fine, Cli::tr("size"), Cli::tr("nothing is kept yet"), {}};
    const QString taken = Cli::tr("%1 are kept").arg(sizeText(store::sizeOfFolder(folder)));
    const auto garbage = findGarbage(workspace, *view);
    if (!garbage)
        return {"size", Health::warning, Cli::tr("size"), taken + u"; "_s + messages::withDetail(garbage.error()), {}};
    if (garbage->freed.bytes() == 0)
        return {"size", Health::fine, Cli::tr("size"), taken, {}};
    return {"size", Health::fine, Cli::tr("size"), taken, Cli::tr("`penstock gc` would free %1.").arg(sizeText(garbage->freed.bytes()))};
}

Result<remote::Hello> askOwner(const remote::OwnerFile& owner)
{
    remote::RemoteSession session(owner.socket, remote::RemoteSession::Patience{3s, 3s});
    QEventLoop loop;
    std::optional<Result<remote::Hello>> hello;
    session.hello([&](Result<remote::Hello> answer) {
        hello = std::move(answer);
        loop.quit();
    });
    loop.exec();
    return *hello;
}

// owner.json is what an owner wrote when it came; who owns the workspace now, if anybody, is who holds the lock.
Finding ownerFinding(const Workspace& workspace)
{
    const std::string folder = workspace.stateFolder().valueOr({});
    constexpr pid_t nobody = -1;
    const pid_t holder =
        folder.empty() ? nobody : platform::WorkspaceLock::holder(folder + "/owner.lock").value_or(nobody);
    const auto owner =
        folder.empty() ? Result<remote::OwnerFile>(Error{ErrorCode::notFound, {}, {}}) : remote::readOwnerFile(folder);
    const auto hello = owner ? askOwner(*owner) : owner.error();
    if (hello && (holder == nobody || hello->pid == holder))
        return {"owner", Health::fine, Cli::tr("owner"),
                Cli::tr("version %1, process %2, since %3")
                    .arg(fromUtf8(hello->version))
                    .arg(hello->pid)
                    .arg(fromUtf8(owner->since)),
                {}};
    if (holder != nobody)
        return {"owner", Health::problem, Cli::tr("owner"),
                Cli::tr("process %1 owns the workspace, but does not answer").arg(holder),
                Cli::tr("It may be starting. If this stays so, end process %1: no step is lost by that.").arg(holder)};
    if (owner || owner.error().code != ErrorCode::notFound)
        return {"owner", Health::fine, Cli::tr("owner"),
                Cli::tr("the last one was killed and left owner.json behind; the next one takes over and replaces it"),
                {}};
    return {"owner", Health::fine, Cli::tr("owner"), Cli::tr("none is running; a command that needs one starts it"), {}};
}

Finding trustFinding(const Workspace& workspace)
{
    if (isTrusted(workspace.path))
        return {"trust", Health::fine, Cli::tr("trust"), Cli::tr("trusted"), {}};
    return {"trust", Health::warning, Cli::tr("trust"),
            Cli::tr("nothing runs here yet, because you have not said that you trust it"),
            Cli::tr("Look at its pipelines, then: penstock run FILE --trust")};
}

Finding shimFinding(const std::string& program)
{
    const auto shim = shimProgram(program);
    return shim ? Finding{"shim", Health::fine, u"penstock-shim"_s, fromUtf8(*shim), {}}
                : problem("shim", u"penstock-shim"_s, shim.error());
}

// Asked anew, whatever is remembered: who calls the doctor has just mended something. The answer is then everybody's.
struct LoginAnswer {
    QString program;
    std::optional<std::string> path;
};

LoginAnswer askLoginShell()
{
    platform::DiskFileSystem files;
    const platform::SystemClock clock;
    const platform::LoginPath login(platform::LoginShell::ofThisUser(), store::StateSurroundings::ofSystem().stateHome,
                                    files, clock);
    return {fromUtf8(login.shell().program), login.ask()};
}

Finding shellFinding(const LoginAnswer& shell)
{
    if (shell.path)
        return {"shell", Health::fine, Cli::tr("shell"), shell.program, {}};
    return {"shell", Health::warning, Cli::tr("shell"),
            Cli::tr("%1 does not tell its PATH; steps get that of whoever starts the owner").arg(shell.program),
            Cli::tr("See what its start files wait for or complain about: %1 -l -c env").arg(shell.program)};
}

Finding pythonFinding(const Workspace& workspace, const std::optional<std::string>& path)
{
    const platform::StepEnvironment environment(platform::processVariables(), workspace.path, path);
    const auto variables = environment.variables({});
    const auto interpreter = platform::findInterpreter(variables, workspace.path);
    if (!interpreter)
        return {"python", Health::warning, Cli::tr("python"), messages::sentence(interpreter.error()), {}};
    const auto report = platform::inspect(*interpreter, variables, importedModules(workspace.path));
    if (!report)
        return problem("python", Cli::tr("python"), report.error());
    const QString which = Cli::tr("%1 (%2)").arg(fromUtf8(interpreter->path), fromUtf8(report->version));
    if (report->missing.empty())
        return {"python", Health::fine, Cli::tr("python"), which, {}};
    QStringList missing;
    for (const std::string& module : report->missing)
        missing << fromUtf8(module);
    return {"python", Health::warning, Cli::tr("python"), Cli::tr("%1 lacks %2").arg(which, missing.join(u", "_s)),
            Cli::tr("Install them there, or name another interpreter with `python: PATH` in the pipeline.")};
}

// Said although it is fine: who sets a limit should know what keeps it.
Finding memoryFinding(const Result<Workspace>& workspace)
{
    const std::string folder = workspace ? workspace->stateFolder().valueOr({}) : std::string();
    const auto owner = platform::WorkspaceLock::holder(folder + "/owner.lock").value_or(0);
    if (!platform::delegatedGroup(owner > 0 ? owner : getpid()).empty())
        return {"memory", Health::fine, Cli::tr("memory"), Cli::tr("the kernel keeps the limits of steps"), {}};
    return {"memory", Health::fine, Cli::tr("memory"),
            Cli::tr("a step that takes more than its limit is ended; the kernel does not cap it, so it may go over for a "
                    "moment"),
            {}};
}

Finding localeFinding(bool unicode)
{
    if (unicode)
        return {"locale", Health::fine, Cli::tr("locale"), u"UTF-8"_s, {}};
    return {"locale", Health::warning, Cli::tr("locale"), Cli::tr("not UTF-8: some characters cannot be shown"),
            Cli::tr("Set LANG to C.UTF-8 or your own.")};
}

} // namespace

std::vector<Finding> diagnose(const Result<Workspace>& workspace, const std::string& program, bool unicodeLocale)
{
    std::vector<Finding> findings;
    if (workspace) {
        findings.push_back({"workspace", Health::fine, Cli::tr("workspace"), fromUtf8(workspace->path), {}});
        for (const auto& look : {stateFinding, logFinding, spaceFinding, sizeFinding, ownerFinding, trustFinding})
            findings.push_back(look(*workspace));
        const LoginAnswer shell = askLoginShell();
        findings.push_back(shellFinding(shell));
        findings.push_back(pythonFinding(*workspace, shell.path));
    } else {
        findings.push_back(problem("workspace", Cli::tr("workspace"), workspace.error(), u"penstock init"_s));
    }
    findings.push_back(shimFinding(program));
    findings.push_back(memoryFinding(workspace));
    findings.push_back(localeFinding(unicodeLocale));
    return findings;
}

} // namespace penstock::cli
