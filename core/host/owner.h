// The owner: runs the engine for a workspace and alone writes its state. See docs/architecture.md, "the way of one run".
#pragma once

#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/base/random.h"
#include "core/engine/event_store.h"
#include "core/engine/runner.h"
#include "core/host/attempts.h"
#include "core/host/layout.h"
#include "core/host/tracker.h"
#include "core/session/session.h"
#include "core/store/displaced.h"
#include "core/store/garbage.h"
#include "core/store/production_folder.h"

#include <functional>
#include <memory>

namespace penstock::host {

Result<std::map<std::string, std::string>> noSecrets(const std::vector<std::string>& names);

// Everything the owner needs of the outside world; all outlive it.
struct OwnerParts {
    Layout layout;
    engine::EventStore& log;
    ArtifactStore& artifacts;
    const FileSystem& files;
    engine::Runner& runner;
    store::Displaced& displaced;
    store::ProductionFolder& production;
    store::Garbage& garbage;
    const Clock& clock;
    Random& random;
    BaseEnvironment environment;
    std::function<bool()> isTrusted;
    int slots = 1;
    SecretSource secrets = noSecrets;
    Tracker* tracker = nullptr; // null: nothing is read of what scripts log
    const TrackingPlace* place = nullptr; // null: MLflow clients are told nothing
};

// One thread carries all state; submit() and follow() only post to it. The destructor stops the thread at the next turn: running
// steps go on under their shims, nothing that was acknowledged is lost.
class Owner final : public session::Session {
public:
    explicit Owner(OwnerParts parts);
    ~Owner() override;

    // Folds the log, adopts what an earlier owner began and starts the thread. Errors: corrupt, io.
    Result<void> start();

    void submit(session::Order order, Reply reply) override;
    std::unique_ptr<session::Subscription> follow(Seq after, std::shared_ptr<session::Follower> follower) override;

    // Called in the owner's thread each time it has been idle (no attempt, ready instance, timer) for `quiet`.
    void whenIdle(Duration quiet, std::function<void()> callback);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace penstock::host
