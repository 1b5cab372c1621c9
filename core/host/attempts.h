// The attempts that are being prepared, run and collected now. Owner's thread only; the slow parts run on workers and come back
// through the mailbox.
#pragma once

#include "core/base/clock.h"
#include "core/engine/runner.h"
#include "core/host/attempt_tokens.h"
#include "core/host/cache_index.h"
#include "core/host/caching.h"
#include "core/host/checkouts.h"
#include "core/host/collection.h"
#include "core/host/environments.h"
#include "core/host/fact.h"
#include "core/host/logged_masks.h"
#include "core/host/mailbox.h"
#include "core/host/preparation.h"
#include "core/host/tracker.h"
#include "core/host/workers.h"
#include "core/session/session.h"
#include "core/tracking/intake.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace penstock::host {

// How scripts that log to MLflow reach the owner.
struct TrackingPlace {
    tracking::Door& door;
    const AttemptTokens& tokens;
};

// The environment a command step starts from, before its own variables (DESIGN "Its environment is the same").
using BaseEnvironment = std::function<std::map<std::string, std::string>(const std::vector<std::string>& pass, const std::string& python)>;

// Values of secrets by name, all or the error of the first. Called on workers; may take long.
using SecretSource = std::function<Result<std::map<std::string, std::string>>(const std::vector<std::string>& names)>;

class Attempts final {
public:
    struct Parts {
        Layout layout;
        ArtifactStore& artifacts;
        engine::Runner& runner;
        store::Displaced& displaced;
        BaseEnvironment environment;
        SecretSource secrets;
        Workers& workers;
        Workers& waiters; // for what waits for others: keyrings, interpreters
        Mailbox& mailbox;
        const session::View& view; // the owner's, always current
        const Clock& clock;
        FactSink tell;
        std::function<void(const session::Notice&)> notice;
        Tracker* tracker = nullptr; // null: nothing is read of what scripts log
        const TrackingPlace* place = nullptr; // null: MLflow clients are told nothing
    };

    explicit Attempts(Parts parts);
    ~Attempts(); // asks workers to stop

    void launch(const AttemptId& attempt);
    void stop(const AttemptId& attempt);
    void take(const engine::RunnerEvent& event);
    // At start: ask what became of the attempts that an earlier owner began.
    void recover();
    // Removes the checkouts that no run needs any more.
    void retireCheckouts(Instant now);
    bool isEmpty() const { return m_flights.empty(); }
    Environments& environments() { return m_environments; }
    void forgetRemoved(); // runs that retention removed stand for nothing any more

private:
    // What an attempt gets that is in no record.
    struct Equipment {
        std::map<std::string, std::string> secrets; // by name
        Environment environment;                    // folder empty: none of its own
    };
    struct Flight {
        std::shared_ptr<std::atomic<bool>> stop = std::make_shared<std::atomic<bool>>(false);
        std::map<std::string, ArtifactRef> inputs;
        std::map<std::string, std::string> fileInputs;
        std::map<std::string, Digest> code;
        Json cache;
        bool ownTracking = false; // the person set MLFLOW_TRACKING_URI
        bool isKnown = false; // the five above; else an earlier owner prepared it and they are in its record
        bool isWithRunner = false;
    };

    Result<Preparation> jobOf(const AttemptId& attempt) const;
    void learn(const engine::Run& run, const engine::Instance& instance);
    void see(const engine::Run& run, const engine::Instance& instance);
    Result<void> makeCheckout(const Preparation& job, const std::atomic<bool>& stop); // on a worker
    void lookUp(const AttemptId& attempt, const Preparation& job);
    void measured(const Preparation& job, Result<Measured> result);
    void settled(const AttemptId& attempt, Result<Settled> result);
    void prepared(const AttemptId& attempt, Result<Prepared> result);
    void collected(engine::AttemptEnded ended);
    void equip(const AttemptId& attempt, const Prepared& prepared);
    std::optional<EnvironmentQuestion> environmentQuestion(const engine::Run& run, const engine::Instance& instance) const;
    Environments::Progress installing(const AttemptId& attempt, const std::string& requirements) const;
    void equipped(const AttemptId& attempt, const Prepared& prepared, const Result<Equipment>& equipment);
    Result<void> hand(const AttemptId& attempt, const Prepared& prepared, const Equipment& equipment);
    void refuse(const AttemptId& attempt, const Error& why, const std::string& log = {});
    void endUnbegun(const AttemptId& attempt, engine::Outcome outcome, const std::string& detail = {}, const std::string& log = {});
    void follow(const AttemptId& attempt, const std::string& metricsFile, LoggedMasks masks = {});
    void followAgain(const AttemptId& attempt);
    void leave(const AttemptId& attempt);
    bool tellWhereToLog(engine::Task& task) const;
    void collectEnd(const engine::Exited& exited);
    void discardTaken(const AttemptId& attempt);
    ReadProgress progressOf(const AttemptId& attempt, const std::shared_ptr<std::atomic<bool>>& stop) const;
    Flight& flight(const AttemptId& attempt) { return m_flights[attempt]; }

    Parts m_parts;
    std::map<AttemptId, Flight> m_flights;
    CacheIndex m_index;
    std::map<RunId, CodeSeen> m_seen; // of runs that have not ended
    GitListing m_git;
    Checkouts m_checkouts;
    Environments m_environments;
};

} // namespace penstock::host
