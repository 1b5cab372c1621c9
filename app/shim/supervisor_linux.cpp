#include "app/shim/supervisor.h"

#include "app/shim/clocks.h"
#include "core/platform/boot_id.h"
#include "core/platform/control_group.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace penstock::shim {

namespace {

using namespace platform;
using namespace std::chrono_literals;

constexpr Duration worthItsOwnSync = 1s;
constexpr Duration claimMayWait = 8ms;
constexpr Duration syncSpacing = 100ms;
constexpr Duration forgottenAfter = 60s; // with ends that nobody fetched; they are on disk for whoever comes later

} // namespace

Supervisor::Supervisor(SupervisorSettings settings, Herald herald, int signalFd, JournalFile journal, OwnerLink link)
    : m_settings(std::move(settings))
    , m_signalFd(signalFd)
    , m_journal(std::move(journal))
    , m_link(std::move(link))
    , m_revival(std::move(herald), m_settings.reviveDelay)
    , m_groups(delegatedGroup(getpid()))
    , m_bootId(bootId())
    , m_lastActive(monotonicNow())
{
    MemoryGroup::removeStale(m_groups);
}

void Supervisor::run()
{
    for (;;) {
        startWaiting();
        const Duration now = monotonicNow();
        tick(now);
        if (isDone(now))
            break;
        wait();
        if (m_attempt && m_attempt->isOver())
            endAttempt();
    }
    m_journal.sync();
    m_link.flush();
}

void Supervisor::wait()
{
    enum { signals, listener, connection, out, err, count };
    pollfd fds[count]{};
    fds[signals] = {m_signalFd, POLLIN, 0};
    fds[listener] = {m_link.listener(), POLLIN, 0};
    const short connectionEvents = m_link.wantsToWrite() && !m_flushAt ? POLLIN | POLLOUT : POLLIN;
    fds[connection] = {m_link.connection(), connectionEvents, 0};
    fds[out] = {m_attempt ? m_attempt->out() : -1, POLLIN, 0};
    fds[err] = {m_attempt ? m_attempt->err() : -1, POLLIN, 0};
    if (poll(fds, count, patience(monotonicNow())) <= 0)
        return;
    if (fds[listener].revents && m_link.accept()) {
        greet();
        fds[connection].revents = 0; // belonged to the connection that has been replaced
    }
    if (fds[out].revents || fds[err].revents)
        m_attempt->readOutput();
    if (fds[signals].revents)
        takeSignals();
    if (fds[connection].revents & (POLLIN | POLLHUP | POLLERR))
        takeOrders();
    if (fds[connection].revents & POLLOUT)
        m_link.flush();
}

int Supervisor::patience(Duration now) const
{
    std::optional<Duration> next;
    const auto consider = [&next](std::optional<Duration> at) {
        if (at && (!next || *at < *next))
            next = at;
    };
    consider(m_flushAt);
    consider(m_syncAt);
    if (m_attempt)
        consider(m_attempt->deadline());
    if (!m_link.isConnected())
        consider(m_revival.dueAt());
    if (!m_link.isConnected() && !m_attempt)
        consider(m_lastActive + (m_journal.unacknowledged() > 0 ? forgottenAfter : m_settings.idleExit));
    return next ? static_cast<int>(std::clamp<std::int64_t>((*next - now).count(), 0, 60'000)) : -1;
}

void Supervisor::takeSignals()
{
    signalfd_siginfo info[8];
    const ssize_t size = read(m_signalFd, info, sizeof info);
    for (std::size_t i = 0; size > 0 && i < static_cast<std::size_t>(size) / sizeof *info; ++i) {
        // The step gets its own SIGTERM at a logout; the shim stays to tell how it ended.
        if (info[i].ssi_signo == SIGTERM)
            m_quit = true;
    }
    if (m_attempt)
        m_attempt->reap();
}

void Supervisor::greet()
{
    m_waiting.clear(); // orders of an owner that is no more
    m_toldUnkillable = false;
    m_revival.connected(monotonicNow());
    m_link.send(HelloAnswer{shimProtocolVersion, getpid(), m_bootId});
    for (const auto& [attempt, entry] : m_journal.entries())
        answerFromJournal(entry);
    m_flushAt.reset();
    m_link.flush();
}

void Supervisor::answerFromJournal(const JournalEntry& entry)
{
    const bool isRunning = m_attempt && m_attempt->order().attempt == entry.claim.attempt;
    m_link.send(ClaimedAnswer{entry.claim, isRunning ? m_attempt->pid() : 0});
    if (entry.exit)
        m_link.send(AttemptExit{entry.claim.attempt, *entry.exit});
}

void Supervisor::takeOrders()
{
    for (ShimOrder& order : m_link.receive())
        std::visit([this](auto& each) { take(std::move(each)); }, order);
    if (!m_link.isConnected()) {
        const bool workIsLeft = m_attempt || !m_waiting.empty() || m_journal.unacknowledged() > 0;
        m_waiting.clear(); // a run needs the go of a living owner
        m_lastActive = monotonicNow();
        if (!m_quit)
            m_revival.lost(m_lastActive, workIsLeft);
    }
}

void Supervisor::take(RunOrder order)
{
    if (const JournalEntry* entry = m_journal.find(order.attempt)) {
        answerFromJournal(*entry);
        m_flushAt = monotonicNow();
        return;
    }
    const auto same = [&order](const RunOrder& each) { return each.attempt == order.attempt; };
    if (std::none_of(m_waiting.begin(), m_waiting.end(), same))
        m_waiting.push_back(std::move(order));
}

void Supervisor::take(const CancelOrder& order)
{
    if (m_attempt && m_attempt->order().attempt == order.attempt) {
        m_attempt->cancel(order.grace);
        return;
    }
    if (const JournalEntry* entry = m_journal.find(order.attempt)) {
        answerFromJournal(*entry);
    } else {
        std::erase_if(m_waiting, [&order](const RunOrder& each) { return each.attempt == order.attempt; });
        m_link.send(WithdrawnAnswer{order.attempt});
    }
    m_flushAt = monotonicNow();
}

void Supervisor::take(const SyncOrder& order)
{
    m_journal.sync();
    m_syncAt.reset();
    m_link.send(SyncedAnswer{order.number});
    m_flushAt = monotonicNow();
}

void Supervisor::take(const ForgetOrder& order) { m_journal.forget(order.attempt); }

void Supervisor::take(const QuitOrder&) { m_quit = true; }

void Supervisor::startWaiting()
{
    while (!m_attempt && !m_waiting.empty()) {
        RunOrder order = std::move(m_waiting.front());
        m_waiting.pop_front();
        execute(std::move(order));
    }
}

void Supervisor::execute(RunOrder order)
{
    const ClaimRecord claim{order.attempt, order.attemptFolder, m_bootId, wallNow()};
    int error = m_journal.reserve();
    if (error == 0)
        error = m_journal.claim(claim);
    if (error != 0) {
        m_link.send(RefusedAnswer{order.attempt, error});
        m_flushAt = monotonicNow();
        return;
    }
    order.environment.push_back("PENSTOCK_ATTEMPT_FOLDER=" + order.attemptFolder); // how survivors of this shim are found
    m_toldUnkillable = false;
    m_attempt.emplace(std::move(order), m_tree, m_groups);
    const bool isStarted = m_attempt->start();
    m_link.send(ClaimedAnswer{claim, m_attempt->pid()});
    if (!m_flushAt)
        m_flushAt = monotonicNow() + claimMayWait;
    if (!isStarted)
        endAttempt();
}

void Supervisor::endAttempt()
{
    const AttemptExit exit{m_attempt->order().attempt, m_attempt->finish()};
    m_attempt.reset();
    m_journal.end(exit);
    if (exit.record.ran >= worthItsOwnSync)
        m_journal.sync();
    m_link.send(exit);
    m_lastActive = monotonicNow();
    m_flushAt = m_lastActive;
}

void Supervisor::tick(Duration now)
{
    if (m_attempt) {
        m_attempt->tick(now);
        const auto stubborn = m_toldUnkillable ? std::nullopt : m_attempt->unkillable(now);
        if (stubborn) {
            m_toldUnkillable = true;
            m_link.send(UnkillableAnswer{m_attempt->order().attempt, *stubborn});
            m_flushAt = now;
        }
        if (m_attempt->isOver())
            endAttempt();
    }
    if (m_flushAt && now >= *m_flushAt) {
        m_flushAt.reset();
        m_link.flush();
    }
    if (!m_syncAt && isIdle() && m_journal.isDirty() && m_journal.unacknowledged() > 0)
        m_syncAt = now + syncSpacing;
    if (m_syncAt && now >= *m_syncAt) {
        m_syncAt.reset();
        if (isIdle())
            m_journal.sync();
    }
    if (isIdle())
        m_journal.compact();
    if (!m_link.isConnected() && m_revival.dueAt() && now >= *m_revival.dueAt()) {
        m_revival.start();
        m_lastActive = now;
    }
}

bool Supervisor::isDone(Duration now) const
{
    if (!isIdle())
        return false;
    if (m_quit)
        return true;
    if (m_link.isConnected() || m_revival.isPending())
        return false;
    return now >= m_lastActive + (m_journal.unacknowledged() > 0 ? forgottenAfter : m_settings.idleExit);
}

} // namespace penstock::shim
