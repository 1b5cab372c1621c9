#pragma once

#include "app/shim/attempt.h"
#include "app/shim/journal_file.h"
#include "app/shim/owner_link.h"
#include "app/shim/owner_revival.h"

#include <deque>

struct pollfd;

namespace penstock::shim {

struct SupervisorSettings {
    Duration reviveDelay{1000};
    Duration idleExit{5000}; // without an owner and with nothing that anybody waits for
};

// The loop of one slot: orders in, one attempt at a time, answers out. One thread, no blocking call but disk writes.
class Supervisor final {
public:
    Supervisor(SupervisorSettings settings, Herald herald, int signalFd, JournalFile journal, OwnerLink link);

    void run(); // until there is nothing left to do and nobody to do it for

private:
    void wait();
    int patience(Duration now) const;
    void takeSignals();
    void greet();
    void takeOrders();
    void take(platform::RunOrder order);
    void take(const platform::CancelOrder& order);
    void take(const platform::SyncOrder& order);
    void take(const platform::ForgetOrder& order);
    void take(const platform::QuitOrder& order);
    void answerFromJournal(const platform::JournalEntry& entry);
    void startWaiting();
    void execute(platform::RunOrder order);
    void endAttempt();
    void tick(Duration now);
    bool isDone(Duration now) const;
    bool isIdle() const { return !m_attempt && m_waiting.empty(); }

    SupervisorSettings m_settings;
    int m_signalFd;
    JournalFile m_journal;
    OwnerLink m_link;
    OwnerRevival m_revival;
    KernelProcessTree m_tree;
    std::string m_groups; // see platform::delegatedGroup()
    std::optional<Attempt> m_attempt;
    std::deque<platform::RunOrder> m_waiting;
    std::string m_bootId;
    bool m_quit = false;
    bool m_toldUnkillable = false;
    Duration m_lastActive{};
    std::optional<Duration> m_flushAt; // answers that may wait a little for company
    std::optional<Duration> m_syncAt;
};

} // namespace penstock::shim
