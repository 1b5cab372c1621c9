#include "core/platform/shim_slot.h"

#include "core/platform/boot_id.h"

#include <algorithm>

namespace penstock::platform {

namespace {

using namespace std::chrono_literals;

constexpr Duration shortestPatience = 2ms;
constexpr Duration longestPatience = 1000ms;
constexpr Duration huntSpacing = 1000ms;

Instant wallNow() { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

} // namespace

ShimSlot::ShimSlot(const ShimSettings& settings, int slot)
    : m_folder(settings, slot)
{}

bool ShimSlot::knows(const std::string& attempt) const
{
    return isOrdered(attempt) || m_running.count(attempt) > 0 || m_ended.count(attempt) > 0;
}

bool ShimSlot::isOrdered(const std::string& attempt) const
{
    return std::any_of(m_orders.begin(), m_orders.end(),
                       [&attempt](const Order& each) { return each.order.attempt == attempt; });
}

void ShimSlot::dropOrder(const std::string& attempt)
{
    std::erase_if(m_orders, [&attempt](const Order& each) { return each.order.attempt == attempt; });
}

void ShimSlot::look(ShimEvents& events, Duration now)
{
    m_wakeAt.reset();
    Result<FileDescriptor> lock = m_folder.tryLock();
    if (!lock) {
        if (lock.error().code == ErrorCode::busy)
            return m_isForeign ? fade(now) : connect(now);
        failUnsent(lock.error(), events);
        return fade(now);
    }
    const Result<JournalContent> journal = m_folder.readJournal();
    if (!journal) {
        failUnsent(journal.error(), events);
        return fade(now);
    }
    m_isForeign = false;
    importJournal(*journal, events, now);
    m_state = State::absent;
    if (m_ended.empty() && m_haunted.empty()) {
        m_folder.removeJournal();
        m_forgets.clear();
    }
    lock->reset();
    if (m_haunted.empty())
        startIfNeeded(events, now);
}

// Under the lock of a dead shim: what it claimed and did not end is lost, what it did not claim never ran there.
void ShimSlot::importJournal(const JournalContent& journal, ShimEvents& events, Duration now)
{
    auto lost = m_running; // a damaged journal may not know what the shim told over the socket
    for (const auto& [attempt, entry] : journal.entries) {
        if (m_forgets.count(attempt) > 0)
            continue;
        if (entry.exit) {
            lost.erase(attempt);
            tellExit(attempt, *entry.exit, events);
        } else {
            lost.insert_or_assign(attempt, entry.claim);
        }
    }
    for (const auto& [attempt, claim] : lost)
        tellLost(claim, events, now);
}

void ShimSlot::tellLost(const ClaimRecord& claim, ShimEvents& events, Duration now)
{
    ExitRecord record;
    record.kind = ExitKind::lost;
    record.started = claim.at;
    record.ended = wallNow();
    record.lostReason = claim.bootId == bootId() ? LostReason::shimDied : LostReason::reboot;
    if (record.lostReason == LostReason::shimDied) {
        const Hunt hunt = m_folder.hunt(claim.attemptFolder);
        record.killed = hunt.killed > 0;
        if (!hunt.left.empty())
            return haunt(claim, hunt.left.front(), events, now);
    }
    if (const auto haunted = m_haunted.find(claim.attempt); haunted != m_haunted.end()) {
        record.stubborn = haunted->second;
        record.killed = true;
        m_haunted.erase(haunted);
    }
    tellExit(claim.attempt, record, events);
}

// While something of it runs the attempt has not ended, or another one would write where that still writes. It is looked
// at again until it is gone.
void ShimSlot::haunt(const ClaimRecord& claim, const Survivor& survivor, ShimEvents& events, Duration now)
{
    m_wakeAt = now + huntSpacing;
    if (m_running.emplace(claim.attempt, claim).second)
        events.push_back(AttemptClaimed{claim.attempt, survivor.pid});
    if (m_haunted.emplace(claim.attempt, survivor).second)
        events.push_back(AttemptUnkillable{claim.attempt, survivor});
}

void ShimSlot::tellExit(const std::string& attempt, const ExitRecord& record, ShimEvents& events)
{
    dropOrder(attempt);
    m_running.erase(attempt);
    m_cancels.erase(attempt);
    if (m_ended.insert(attempt).second)
        events.push_back(AttemptExited{attempt, record, m_folder.slot()});
}

// Cancelled before anything claimed it: there is no journal entry, and none is needed.
void ShimSlot::tellNotRun(const std::string& attempt, ShimEvents& events)
{
    ExitRecord record;
    record.kind = ExitKind::cancelled;
    record.started = record.ended = wallNow();
    tellExit(attempt, record, events);
}

void ShimSlot::failUnsent(const Error& why, ShimEvents& events)
{
    std::erase_if(m_orders, [&](const Order& each) {
        if (each.isSent)
            return false;
        m_cancels.erase(each.order.attempt);
        events.push_back(AttemptNotStarted{each.order.attempt, why});
        return true;
    });
}

void ShimSlot::dropCancelled(ShimEvents& events)
{
    std::vector<std::string> dropped;
    for (const Order& each : m_orders) {
        if (m_cancels.count(each.order.attempt) > 0)
            dropped.push_back(each.order.attempt);
    }
    for (const std::string& attempt : dropped)
        tellNotRun(attempt, events);
}

void ShimSlot::startIfNeeded(ShimEvents& events, Duration now)
{
    dropCancelled(events);
    for (Order& each : m_orders)
        each.isSent = false; // whoever it was sent to has not claimed it and never will
    if (m_orders.empty())
        return;
    if (const auto started = m_folder.start(); !started)
        return failUnsent(started.error(), events);
    connect(now);
}

void ShimSlot::connect(Duration now)
{
    Result<FileDescriptor> connection = m_folder.connect();
    if (!connection)
        return fade(now);
    m_connection.open(std::move(*connection));
    m_state = State::greeting;
    m_connection.send(SyncOrder{1});
    m_connection.flush();
}

void ShimSlot::fade(Duration now)
{
    m_connection.close();
    m_state = State::fading;
    m_patience = std::clamp(m_patience * 2, shortestPatience, longestPatience);
    m_wakeAt = now + m_patience;
}

void ShimSlot::tick(ShimEvents& events, Duration now)
{
    if (m_wakeAt && now >= *m_wakeAt)
        look(events, now);
}

void ShimSlot::becomeReady()
{
    m_state = State::ready;
    m_patience = Duration(0);
    for (const std::string& attempt : m_forgets)
        m_connection.send(ForgetOrder{attempt});
    m_forgets.clear();
    for (Order& each : m_orders) {
        m_connection.send(each.order);
        each.isSent = true;
    }
    for (const auto& [attempt, grace] : m_cancels)
        m_connection.send(CancelOrder{attempt, grace});
    m_cancels.clear();
    m_connection.flush();
}

void ShimSlot::launch(RunOrder order, ShimEvents& events, Duration now)
{
    if (knows(order.attempt))
        return;
    if (m_state == State::ready) {
        m_connection.send(order);
        m_connection.flush();
        m_orders.push_back({std::move(order), true});
        return;
    }
    m_orders.push_back({std::move(order), false});
    if (m_state == State::absent)
        look(events, now);
}

void ShimSlot::cancel(const std::string& attempt, Duration grace)
{
    if (!isOrdered(attempt) && m_running.count(attempt) == 0)
        return;
    if (m_state != State::ready) {
        m_cancels[attempt] = grace;
        return;
    }
    m_connection.send(CancelOrder{attempt, grace});
    m_connection.flush();
}

void ShimSlot::forget(const std::string& attempt)
{
    if (m_ended.erase(attempt) == 0)
        return;
    if (m_state == State::ready) {
        m_connection.send(ForgetOrder{attempt}); // travels with the next order
        return;
    }
    m_forgets.insert(attempt);
    if (m_state == State::absent && m_ended.empty() && m_haunted.empty())
        tidy();
}

// The last thing that a journal without a shim was kept for is known elsewhere.
void ShimSlot::tidy()
{
    if (const auto lock = m_folder.tryLock()) {
        m_folder.removeJournal();
        m_forgets.clear();
    }
}

void ShimSlot::rest()
{
    if (m_state != State::ready || hasWork())
        return;
    m_connection.send(QuitOrder{});
    m_connection.flush();
}

void ShimSlot::receive(ShimEvents& events, Duration now)
{
    for (const ShimAnswer& answer : m_connection.receive())
        std::visit([&](const auto& each) { take(each, events); }, answer);
    if (m_connection.isOpen() || m_state == State::absent || m_state == State::fading)
        return;
    m_state = State::fading;
    if (!m_isSuperseded) // the newer owner's now; coming back would only take it from there again
        look(events, now);
}

void ShimSlot::take(const HelloAnswer& answer, ShimEvents&)
{
    if (answer.version == shimProtocolVersion)
        return;
    // It finishes what it runs and goes, if it is left in peace: each connection would make it wait for orders again. Its
    // journal is read then.
    m_connection.close();
    m_isForeign = true;
    m_patience = longestPatience;
}

void ShimSlot::take(const SyncedAnswer&, ShimEvents&) { becomeReady(); }

void ShimSlot::take(const ClaimedAnswer& answer, ShimEvents& events)
{
    const std::string& attempt = answer.claim.attempt;
    if (m_ended.count(attempt) > 0 || m_forgets.count(attempt) > 0)
        return;
    dropOrder(attempt);
    const bool isNews = m_running.emplace(attempt, answer.claim).second;
    if (isNews && answer.pid > 0)
        events.push_back(AttemptClaimed{attempt, answer.pid});
}

void ShimSlot::take(const AttemptExit& answer, ShimEvents& events)
{
    if (m_forgets.count(answer.attempt) == 0)
        tellExit(answer.attempt, answer.record, events);
}

void ShimSlot::take(const WithdrawnAnswer& answer, ShimEvents& events)
{
    if (isOrdered(answer.attempt))
        tellNotRun(answer.attempt, events);
}

void ShimSlot::take(const RefusedAnswer& answer, ShimEvents& events)
{
    ExitRecord record;
    record.kind = ExitKind::spawnError;
    record.error = answer.error;
    record.started = record.ended = wallNow();
    if (isOrdered(answer.attempt))
        tellExit(answer.attempt, record, events);
}

void ShimSlot::take(const SupersededAnswer&, ShimEvents&) { m_isSuperseded = true; }

void ShimSlot::take(const UnkillableAnswer& answer, ShimEvents& events)
{
    events.push_back(AttemptUnkillable{answer.attempt, answer.process});
}

} // namespace penstock::platform
