// Removes what retention no longer keeps and what nothing needs. First the log says what goes, then it goes, then the log says
// that it has gone: an owner that dies in between leaves a removal that the next one repeats. Owner's thread only; the slow part
// runs on a worker, beside which steps may run.
//
// It begins between attempts only: everything that was put into the store until then stands in the log, and what is put
// from then on is held.
#pragma once

#include "core/host/fact.h"
#include "core/host/keep.h"
#include "core/host/mailbox.h"
#include "core/host/tracker.h"
#include "core/host/workers.h"
#include "core/session/session.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace penstock::host {

class Retention final {
public:
    struct Parts {
        Layout layout;
        const FileSystem& files;
        store::Garbage& garbage;
        Workers& workers;
        Mailbox& mailbox;
        const session::View& view;
        FactSink tell;
        std::function<void()> removed; // runs stand for nothing any more
        Tracker* tracker = nullptr;    // null: nothing that scripts log is kept
        // Called by a worker: virtual environments that are not among these keys and were not used since then go; bytes.
        std::function<Result<std::uint64_t>(const std::set<Digest>&, Instant)> environments;
    };

    explicit Retention(Parts parts);

    // Answered when it is done; at once, with {"scheduled": true}, when steps run: then it is done after them.
    void order(session::Session::Reply reply) { m_asked.push_back(std::move(reply)); }
    enum class Activity { none, brief, steps }; // brief: a fact or a job is under way, and soon over
    void look(Activity activity, Duration now, Instant wall); // each turn
    void stop() { *m_stop = true; } // a removal that runs ends soon, and stays open
    bool isBusy() const { return m_isRunning || m_isWanted || !m_asked.empty(); }
    std::optional<Duration> nextLook() const { return m_quietSince && !m_isRunning ? std::optional(m_nextLook) : std::nullopt; } // monotonic

private:
    bool isDue(Duration now, Instant wall);
    void begin(Instant wall);
    void remove(const engine::RetentionBegan& removal, store::Keep keep);
    void finished(const engine::RetentionBegan& removal, const Result<store::Freed>& freed);
    void answer(const Result<Json>& reply);

    Parts m_parts;
    std::vector<session::Session::Reply> m_asked;
    bool m_isWanted = false;  // somebody was told that it will be done
    bool m_isRunning = false;
    std::optional<Duration> m_quietSince;
    Duration m_nextLook{}; // monotonic; whether it is due by itself
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

} // namespace penstock::host
