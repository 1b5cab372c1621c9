#include "core/host/owned_workspace.h"

#include "core/host/mlflow_desk.h"
#include "core/platform/disk_file_system.h"
#include "core/platform/login_path.h"
#include "core/platform/shim_runner.h"
#include "core/platform/step_environment.h"
#include "core/platform/system_clock.h"
#include "core/platform/system_random.h"
#include "core/platform/workspace_lock.h"
#include "core/store/disk_artifact_store.h"
#include "core/store/garbage.h"
#include "core/store/metric_database.h"
#include "core/store/sqlite_event_store.h"
#include "core/store/state_folder.h"

#include <algorithm>
#include <future>
#include <optional>
#include <thread>

namespace penstock::host {

namespace {

// Asking the login shell may take a while; the owner answers meanwhile, only the first step waits for it.
class LazyEnvironment {
public:
    LazyEnvironment(std::string workspace, FileSystem& files, const Clock& clock)
        : m_workspace(std::move(workspace))
        , m_login(platform::LoginShell::ofThisUser(), store::StateSurroundings::ofSystem().stateHome, files, clock)
        , m_path(std::async(std::launch::async, [this] { return m_login.find(); }))
    {}

    std::map<std::string, std::string> variables(const std::vector<std::string>& pass, const std::string& python)
    {
        if (!m_environment)
            m_environment.emplace(platform::processVariables(), m_workspace, m_path.get());
        return m_environment->variables(pass, python);
    }

private:
    std::string m_workspace;
    platform::LoginPath m_login;
    std::future<std::optional<std::string>> m_path;
    std::optional<platform::StepEnvironment> m_environment; // owner's thread only
};

int slotsOf(const OwnedWorkspaceSettings& settings)
{
    if (settings.slots > 0)
        return settings.slots;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

struct OwnedWorkspace::Parts {
    Parts(const OwnedWorkspaceSettings& settings, platform::WorkspaceLock taken, std::unique_ptr<store::SqliteEventStore> events,
          std::unique_ptr<store::DiskArtifactStore> objects, std::unique_ptr<store::MetricDatabase> metrics, AttemptTokens tokens)
        : lock(std::move(taken))
        , log(std::move(events))
        , artifacts(std::move(objects))
        , displaced(settings.workspace, settings.stateFolder, *artifacts)
        , production(settings.stateFolder, *artifacts)
        , garbage(settings.stateFolder, *artifacts)
        , runner({settings.shimProgram, settings.stateFolder + "/shims", settings.ownerCommand})
        , environment(settings.workspace, files, clock)
        , tracker(std::move(metrics), clock)
        , desk(tracker, std::move(tokens), {settings.workspace, settings.stateFolder}, clock)
        , door(settings.makeDoor ? settings.makeDoor(desk, settings.stateFolder) : nullptr)
        , place(door ? std::make_optional(TrackingPlace{*door, desk.tokens()}) : std::nullopt)
        , owner({{settings.workspace, settings.stateFolder}, *log, *artifacts, files, runner, displaced, production, garbage, clock, random,
                 [this](const auto& pass, const auto& python) { return environment.variables(pass, python); }, settings.isTrusted,
                 slotsOf(settings), settings.secrets, &tracker, place ? &*place : nullptr})
    {}

    platform::WorkspaceLock lock; // first: held until all else is gone
    std::unique_ptr<store::SqliteEventStore> log;
    std::unique_ptr<store::DiskArtifactStore> artifacts;
    platform::DiskFileSystem files;
    platform::SystemClock clock;
    platform::SystemRandom random;
    store::Displaced displaced;
    store::ProductionFolder production;
    store::Garbage garbage;
    platform::ShimRunner runner;
    LazyEnvironment environment;
    Tracker tracker;
    MlflowDesk desk;
    std::unique_ptr<tracking::Door> door;
    std::optional<TrackingPlace> place;
    Owner owner;
};

OwnedWorkspace::OwnedWorkspace(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

OwnedWorkspace::~OwnedWorkspace() = default;

Result<std::unique_ptr<OwnedWorkspace>> OwnedWorkspace::open(const OwnedWorkspaceSettings& settings)
{
    auto lock = platform::WorkspaceLock::take(settings.stateFolder + "/owner.lock");
    if (!lock)
        return lock.error();
    auto log = store::SqliteEventStore::open(settings.stateFolder);
    if (!log)
        return log.error();
    auto artifacts = store::DiskArtifactStore::open(settings.stateFolder);
    if (!artifacts)
        return artifacts.error();
    auto metrics = store::MetricDatabase::open(settings.stateFolder);
    if (!metrics)
        return metrics.error();
    auto tokens = AttemptTokens::open(settings.stateFolder);
    if (!tokens)
        return tokens.error();
    auto parts = std::make_unique<Parts>(settings, std::move(*lock), std::move(*log), std::move(*artifacts), std::move(*metrics), std::move(*tokens));
    if (const auto started = parts->owner.start(); !started)
        return started.error();
    return std::unique_ptr<OwnedWorkspace>(new OwnedWorkspace(std::move(parts)));
}

Owner& OwnedWorkspace::owner() { return m_parts->owner; }

bool OwnedWorkspace::isStillOurs() const { return m_parts->lock.isValid(); }

} // namespace penstock::host
