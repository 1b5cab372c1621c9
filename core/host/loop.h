#pragma once

#include "core/host/file_watches.h"
#include "core/host/inbox.h"
#include "core/host/orders.h"
#include "core/host/owner.h"
#include "core/host/publisher.h"
#include "core/host/retention.h"

#include <deque>
#include <optional>
#include <thread>

namespace penstock::host {

// The owner's thread: letters, runner events and timers become facts; facts become one commit; then effects, publication,
// answers. A crash between any two is mended by the next start: folding the log and asking the runner what is true.
class Owner::Loop final {
public:
    explicit Loop(OwnerParts parts);
    ~Loop();

    Result<void> start();
    void post(Mailbox::Letter letter) { m_mailbox.post(std::move(letter)); }
    void take(session::Order order, Session::Reply reply);
    void whenIdle(Duration quiet, std::function<void()> callback);
    std::unique_ptr<session::Subscription> follow(Seq after, std::shared_ptr<session::Follower> follower);

private:
    void run(const std::stop_token& stop);
    int millisecondsToWait() const;
    void wait();
    void hear();          // letters, runner events, timers -> facts
    bool isAwaited() const;
    void refuseAwaited();
    bool isCompany() const; // is there anything that should be committed now?
    void settle();        // facts -> commits, until none is left
    void keepHouse();   // what nobody needs any more goes
    void handleInbox(); // what came from outside starts runs
    using Taken = std::vector<std::pair<Fact, Result<void>>>; // with what acting on each came to
    bool commitOnce();
    void succeeded(const Taken& taken, const Ledger::Committed& committed);
    void failed(Taken taken, const Error& why);
    bool isSure(); // what became of the last commit; asks again where that is not known
    void carryOut(const engine::Effect& effect);
    void begin(); // once the workspace is trusted: recover, carry out what is pending
    void noteIdleness();

    OwnerParts m_parts;
    Mailbox m_mailbox;
    Ledger m_ledger;
    Publisher m_publisher;
    std::deque<Fact> m_facts;
    Taken m_uncertain;                      // lasting facts of a commit of which nobody knows whether it happened
    std::optional<Error> m_trouble;         // why not
    std::optional<Duration> m_companyUntil; // patient facts wait until then (monotonic)
    std::optional<Duration> m_retryAt;      // after a failed commit (monotonic)
    std::optional<Duration> m_idleSince;
    Duration m_quiet{};
    std::function<void()> m_idle;
    int m_epoll = -1;
    Registrar m_registrar;
    Attempts m_attempts;
    Beginnings m_beginnings;
    Orders m_orders;
    FileWatches m_watches;
    Inbox m_inbox;
    Retention m_retention;
    Workers m_workers; // after those that give it jobs: it goes first and joins
    Workers m_desk;    // for those who wait for an answer: never behind the reading of a large input
    Workers m_waiters; // the same, for jobs that mostly wait
    bool m_mayRun = false; // trusted, and recovered
    std::jthread m_thread;
};

} // namespace penstock::host
