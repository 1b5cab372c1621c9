// Takes what scripts log while they run and writes metrics.db: the lines of $PENSTOCK_METRICS, read as the files grow,
// and what others hand in (run()). One thread of its own for all attempts, so that neither a million points keep a step
// from starting nor a commit of the event log keeps a script waiting. What is in the queue at one time shares a commit.
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/host/metric_tail.h"
#include "core/store/metric_database.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace penstock::host {

// What is left of an attempt's series when it has ended.
struct FinalMetrics {
    std::map<std::string, double> values; // the newest finite value of each
    Json record = {};                     // for the record of the attempt; null when there is nothing to say
};

// Thread-safe but for setListener(), which is called before the first attempt and after the last.
class Tracker final {
public:
    using Work = std::function<Result<void>(store::MetricDatabase&)>;
    using Done = std::function<void(const Result<void>&)>;
    using Listener = std::function<void(const AttemptId&, std::uint64_t points)>;

    Tracker(std::unique_ptr<store::MetricDatabase> database, const Clock& clock);
    ~Tracker(); // what is queued is answered with an error

    // Called in the tracker's thread when points of an attempt have become durable, a few times a second.
    void setListener(Listener listener);

    // The attempt runs, and may log; `file` need not exist.
    void follow(const AttemptId& attempt, const std::string& file);
    void release(const AttemptId& attempt);
    bool isFollowed(const AttemptId& attempt) const;

    // Is there anything to ask finish() for? Cheap.
    bool hasSomething(const AttemptId& attempt, const std::string& file) const;
    // After the last process of the attempt has gone: takes the rest of its file, waits until it is durable. Blocks;
    // never in the owner's thread. Errors: those of the store.
    Result<FinalMetrics> finish(const AttemptId& attempt, const std::string& file);

    // `work` runs in the tracker's thread within a transaction that others share: an error undoes all of it, so what is
    // only refused must be told otherwise. `done` is called after the commit, in that thread.
    void run(Work work, Done done);
    // What attempts of these runs logged; none of them runs any more. Blocks; never in the owner's thread. Errors: those of the
    // store; cancelled.
    Result<void> remove(const std::set<RunId>& runs, const std::atomic<bool>& stop);
    // Points of `attempt` came in by run(): listeners are told, and finish() has something to ask for. Within `work`.
    void noteLogged(const AttemptId& attempt, std::uint64_t points);

private:
    struct Job {
        Work work;
        Done done;
    };
    struct Followed {
        std::string file;
        std::vector<std::shared_ptr<std::promise<Result<FinalMetrics>>>> finishing;
        bool isFollowed = false; // else only here to be finished
    };

    void work(const std::stop_token& stop);
    Duration pause() const;
    void turn();
    bool lookAtFiles();
    Result<void> takeAll(std::vector<Job>& jobs);
    Result<void> takeFiles();
    Result<FinalMetrics> finalOf(const MetricTail& tail);
    void settleFinished(const Result<void>& committed);
    void tellListener();

    std::unique_ptr<store::MetricDatabase> m_database; // the tracker's thread, as all up to m_mutex
    const Clock& m_clock;
    std::map<AttemptId, MetricTail> m_tails;
    std::set<AttemptId> m_grown;                          // files that have more
    std::map<AttemptId, Result<FinalMetrics>> m_finished; // in this turn
    std::map<AttemptId, std::uint64_t> m_untold;
    Duration m_nextLook{}, m_nextTold{}, m_retryAt{};
    int m_failures = 0;

    mutable std::mutex m_mutex; // guards all below
    std::condition_variable_any m_wake;
    std::vector<Job> m_jobs;
    std::map<AttemptId, Followed> m_followed;
    std::set<AttemptId> m_logged;
    Listener m_listener;
    bool m_isResting = false; // sleeps until it is woken
    bool m_stopped = false;
    std::jthread m_thread; // last
};

} // namespace penstock::host
