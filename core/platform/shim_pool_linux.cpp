#include "core/platform/shim_pool.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>

#include <algorithm>
#include <utility>

namespace penstock::platform {

namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t timerTag = ~0U;
constexpr Duration forgetMayWait = 20ms; // for company; then the shim knows that nobody needs to come for it
constexpr Duration strangersGrace = 10s;

Duration now()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

ShimPool::ShimPool(ShimSettings settings)
    : m_settings(std::move(settings))
    , m_poll(epoll_create1(EPOLL_CLOEXEC))
    , m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = timerTag;
    epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, m_timer.get(), &event);
}

ShimPool::~ShimPool() = default;

ShimSlot& ShimPool::slot(int number)
{
    Entry& entry = m_slots[number];
    if (!entry.slot)
        entry.slot = std::make_unique<ShimSlot>(m_settings, number);
    return *entry.slot;
}

ShimSlot* ShimPool::slotOf(const std::string& attempt)
{
    for (auto& [number, entry] : m_slots) {
        if (entry.slot->knows(attempt))
            return entry.slot.get();
    }
    return nullptr;
}

void ShimPool::recover(const std::vector<std::string>& planned)
{
    m_planned.insert(planned.begin(), planned.end());
    m_wanted.insert(planned.begin(), planned.end());
    for (const int number : existingSlots(m_settings.folder))
        slot(number).look(m_fresh, now());
    settle();
}

void ShimPool::launch(int number, RunOrder order)
{
    m_wanted.insert(order.attempt);
    if (!slotOf(order.attempt))
        slot(number).launch(std::move(order), m_fresh, now());
    settle();
}

void ShimPool::cancel(const std::string& attempt, Duration grace)
{
    if (ShimSlot* known = slotOf(attempt))
        known->cancel(attempt, grace);
    else if (m_planned.count(attempt) > 0)
        m_earlyCancels[attempt] = grace;
    settle();
}

void ShimPool::forget(const std::string& attempt)
{
    for (auto& [number, entry] : m_slots)
        entry.slot->forget(attempt);
    m_wanted.erase(attempt);
    if (!m_flushAt)
        m_flushAt = now() + forgetMayWait;
    settle();
}

void ShimPool::rest()
{
    for (auto& [number, entry] : m_slots)
        entry.slot->rest();
    settle();
}

bool ShimPool::isSuperseded() const
{
    return std::any_of(m_slots.begin(), m_slots.end(), [](const auto& each) { return each.second.slot->isSuperseded(); });
}

void ShimPool::wait()
{
    epoll_event ready[64];
    const int count = epoll_wait(m_poll.get(), ready, 64, 0);
    for (int i = 0; i < count; ++i) {
        if (ready[i].data.u32 == timerTag) {
            std::uint64_t expirations = 0;
            [[maybe_unused]] const ssize_t ignored = read(m_timer.get(), &expirations, sizeof expirations);
            m_armedFor.reset();
            continue;
        }
        const auto entry = m_slots.find(static_cast<int>(ready[i].data.u32));
        if (entry == m_slots.end())
            continue;
        if (ready[i].events & EPOLLOUT)
            entry->second.slot->flush();
        if (ready[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))
            entry->second.slot->receive(m_fresh, now());
    }
}

ShimEvents ShimPool::drain()
{
    wait();
    const Duration time = now();
    for (auto& [number, entry] : m_slots)
        entry.slot->tick(m_fresh, time);
    if (m_flushAt && time >= *m_flushAt) {
        m_flushAt.reset();
        for (auto& [number, entry] : m_slots)
            entry.slot->flush();
    }
    settle();
    ShimEvents events = std::exchange(m_events, {});
    arm();
    return events;
}

bool ShimPool::isForOwner(const AttemptClaimed& event)
{
    m_planned.erase(event.attempt);
    ShimSlot* slot = slotOf(event.attempt);
    const bool isWanted = m_wanted.count(event.attempt) > 0;
    const auto early = m_earlyCancels.find(event.attempt);
    if (slot && early != m_earlyCancels.end())
        slot->cancel(event.attempt, early->second);
    else if (slot && !isWanted)
        slot->cancel(event.attempt, strangersGrace);
    m_earlyCancels.erase(event.attempt);
    return isWanted;
}

// A claim that found the attempt's folder used says nothing where the claim that used it is known; and which one that is,
// all slots must have told.
bool ShimPool::isForOwner(const AttemptExited& event)
{
    if (event.record.kind == ExitKind::refused) {
        if (!isResolved()) {
            m_held.push_back(event);
            return false;
        }
        const auto isElsewhere = [&event](const auto& each) {
            return each.first != event.slot && each.second.slot->knows(event.attempt);
        };
        const bool isWanted = m_wanted.count(event.attempt) > 0; // else its real end has been told and forgotten
        if (!isWanted || std::any_of(m_slots.begin(), m_slots.end(), isElsewhere)) {
            slot(event.slot).forget(event.attempt);
            return false;
        }
    }
    m_planned.erase(event.attempt);
    m_earlyCancels.erase(event.attempt);
    return true;
}

bool ShimPool::isResolved() const
{
    return std::all_of(m_slots.begin(), m_slots.end(), [](const auto& each) { return each.second.slot->isResolved(); });
}

void ShimPool::answerNeverRan()
{
    if (m_planned.empty() || !isResolved())
        return;
    for (const ShimEvent& held : m_held) // known, but not told yet
        m_planned.erase(std::get<AttemptExited>(held).attempt);
    for (const std::string& attempt : std::exchange(m_planned, {}))
        m_events.push_back(AttemptNeverRan{attempt});
    m_earlyCancels.clear();
}

// After everything that may have changed a slot.
void ShimPool::settle()
{
    if (!m_held.empty() && isResolved()) {
        const ShimEvents held = std::exchange(m_held, {});
        m_fresh.insert(m_fresh.end(), held.begin(), held.end());
    }
    for (ShimEvent& event : std::exchange(m_fresh, {})) {
        if (std::visit([this](const auto& each) { return isForOwner(each); }, event))
            m_events.push_back(std::move(event));
    }
    answerNeverRan();
    watch();
    arm();
}

void ShimPool::watch()
{
    for (auto& [number, entry] : m_slots) {
        const ShimSlot& each = *entry.slot;
        if (each.fd() < 0)
            continue; // closing took it out of the set
        const bool isNew = entry.watchedConnection != each.connectionNumber();
        if (!isNew && entry.watchedForWriting == each.isBlocked())
            continue;
        epoll_event event{};
        event.events = each.isBlocked() ? EPOLLIN | EPOLLOUT : EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(number);
        epoll_ctl(m_poll.get(), isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, each.fd(), &event);
        entry.watchedConnection = each.connectionNumber();
        entry.watchedForWriting = each.isBlocked();
    }
}

// The one timer covers retries, held back messages, and events that did not come from a socket.
void ShimPool::arm()
{
    std::optional<Duration> next = m_flushAt;
    for (const auto& [number, entry] : m_slots) {
        const auto wakeAt = entry.slot->wakeAt();
        if (wakeAt && (!next || *wakeAt < *next))
            next = wakeAt;
    }
    if (!m_events.empty())
        next = Duration(1); // long ago: at once
    if (next == m_armedFor)
        return;
    m_armedFor = next;
    itimerspec time{};
    if (next) {
        time.it_value.tv_sec = next->count() / 1000;
        time.it_value.tv_nsec = next->count() % 1000 * 1'000'000;
    }
    timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &time, nullptr);
}

} // namespace penstock::platform
