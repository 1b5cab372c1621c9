// The owner of a workspace as a process: core/host's engine with core/remote's local API in front of it.
#include <QCoreApplication>

#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/helper_program.h"
#include "app/cli/interrupt.h"
#include "app/cli/trust_gate.h"
#include "app/cli/user_secrets.h"
#include "core/host/owned_workspace.h"
#include "core/platform/process_privacy.h"
#include "core/remote/http_server.h"
#include "core/remote/local_api.h"
#include "core/remote/local_listener.h"
#include "core/remote/owner_file.h"
#include "core/remote/socket_path.h"
#include "core/remote/tracking_door.h"
#include "core/store/state_folder.h"

#include <QThread>
#include <QTimer>

#include <unistd.h>

#include <charconv>

namespace penstock::cli {

using namespace std::chrono_literals;

namespace {

constexpr Duration quietBeforeLeaving = 2s;
constexpr Duration patienceOfSteps = 20s; // with a keyring that does not answer
constexpr auto lookAtLockEvery = 5s;
constexpr auto timeToSayGoodbye = 100ms; // the last words to clients are written by the event loop

// Found again by its file; removed only while it is still this process's.
class Announcement final {
public:
    Announcement(std::string stateFolder, std::string socket)
        : m_stateFolder(std::move(stateFolder)), m_socket(std::move(socket))
    {}
    ~Announcement()
    {
        const auto owner = remote::readOwnerFile(m_stateFolder);
        if (owner && owner->pid == getpid())
            remote::removeOwnerFile(m_stateFolder);
    }
    Q_DISABLE_COPY_MOVE(Announcement)

    Result<void> publish() const
    {
        const auto now = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
        return remote::writeOwnerFile(m_stateFolder, {getpid(), formatInstant(now), PENSTOCK_VERSION, m_socket});
    }

private:
    std::string m_stateFolder, m_socket;
};

Result<host::OwnedWorkspaceSettings> settingsFor(const Invocation& invocation, const Workspace& workspace)
{
    const auto state = store::openStateFolder(workspace.path);
    if (!state)
        return state.error();
    const auto shim = shimProgram(invocation.program);
    if (!shim)
        return shim.error();
    host::OwnedWorkspaceSettings settings;
    settings.workspace = workspace.path;
    settings.stateFolder = state->path;
    settings.shimProgram = *shim;
    settings.ownerCommand = {invocation.program, "serve", "--until-idle", "--workspace", workspace.path};
    settings.secrets = [secrets = userSecrets(invocation.program, patienceOfSteps), path = workspace.path](const std::vector<std::string>& names) {
        return secrets.values(names, path);
    };
    settings.makeDoor = [](tracking::Intake& intake, const std::string& folder) {
        return std::make_unique<remote::TrackingDoor>(intake, folder);
    };
    settings.isTrusted = [path = workspace.path] { return isTrusted(path); };
    if (const auto slots = invocation.arguments.value("slots")) {
        const auto parsed = std::from_chars(slots->data(), slots->data() + slots->size(), settings.slots);
        if (parsed.ec != std::errc() || settings.slots < 1)
            return Error{ErrorCode::invalid, {"cli.number_expected", {{"option", "--slots"}, {"text", *slots}}}, {}};
    }
    return settings;
}

// An owner that is wanted while another one is just leaving waits for the lock; one that is not leaving keeps it.
Result<std::unique_ptr<host::OwnedWorkspace>> openOwned(const host::OwnedWorkspaceSettings& settings, bool patiently)
{
    for (int tries = patiently ? 60 : 1;; --tries) {
        auto owned = host::OwnedWorkspace::open(settings);
        const bool taken = !owned && owned.error().message.id == "platform.workspace_owned";
        if (!taken || tries <= 1)
            return owned;
        QThread::msleep(50);
    }
}

// Runs until a signal, the loss of the lock or, where asked, until there is nothing to do.
Result<void> serveOwner(host::OwnedWorkspace& owned, const Workspace& workspace, const std::string& stateFolder,
                        Interrupt& interrupt, bool untilIdle)
{
    const std::string socket = remote::socketPath(workspace.path);
    if (const auto prepared = remote::prepareSocketFolder(socket); !prepared)
        return prepared.error();
    remote::HttpServer server;
    auto* listener = new remote::LocalListener(geteuid(), &server);
    if (const auto listening = listener->listen(socket); !listening)
        return listening.error();
    remote::LocalApi api(owned.owner(), server, {PENSTOCK_VERSION, workspace.path});
    server.serve(listener);
    const Announcement announcement(stateFolder, socket);
    if (const auto published = announcement.publish(); !published)
        return published.error();

    const auto leave = [&] {
        listener->close();
        api.close({ErrorCode::busy, {"remote.owner_leaving", {}}, {}});
        QTimer::singleShot(timeToSayGoodbye, [] { QCoreApplication::quit(); });
    };
    QObject::connect(&interrupt, &Interrupt::raised, &api, [&](int number) {
        if (number != SIGHUP)
            leave();
    });
    QTimer lock;
    QObject::connect(&lock, &QTimer::timeout, &api, [&] {
        if (!owned.isStillOurs())
            leave();
    });
    lock.start(lookAtLockEvery);
    const auto mailbox = std::make_shared<remote::Mailbox>(&api);
    if (untilIdle) {
        owned.owner().whenIdle(quietBeforeLeaving, [mailbox, &api, leave] {
            mailbox->post([&api, leave] {
                if (!api.isBusy())
                    leave();
            });
        });
    }
    QCoreApplication::exec();
    mailbox->close();
    return {};
}

} // namespace

Result<Exit> serve(const Invocation& invocation)
{
    platform::keepMemoryPrivate(); // secrets pass through it
    const auto workspace = findWorkspace(invocation.arguments);
    if (!workspace)
        return workspace.error();
    if (invocation.arguments.has("trust")) {
        if (const auto trusted = trust(workspace->path); !trusted)
            return trusted.error();
    }
    const auto settings = settingsFor(invocation, *workspace);
    if (!settings)
        return settings.error();
    // Before any thread begins, so that all of them inherit the mask.
    Interrupt interrupt({SIGINT, SIGTERM, SIGHUP});
    const auto owned = openOwned(*settings, invocation.arguments.has("until-idle"));
    if (!owned)
        return owned.error();
    const auto served =
        serveOwner(**owned, *workspace, settings->stateFolder, interrupt, invocation.arguments.has("until-idle"));
    if (!served)
        return served.error();
    return Exit::done;
}

} // namespace penstock::cli
