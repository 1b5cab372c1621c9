#include "core/host/loop.h"

#include "core/host/machine.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace penstock::host {

namespace {

constexpr Duration companyWait{20}; // how long a fact that nobody waits for may stay in memory only
constexpr Duration retryWait{1'000};
constexpr Duration trustWait{1'000}; // how often it is asked whether what waits may run by now
constexpr std::size_t factsPerCommit = 512;

void watch(int epoll, int handle)
{
    if (handle < 0)
        return;
    epoll_event event{};
    event.events = EPOLLIN;
    epoll_ctl(epoll, EPOLL_CTL_ADD, handle, &event);
}

} // namespace

Owner::Loop::Loop(OwnerParts parts)
    : m_parts(std::move(parts))
    , m_ledger(m_parts.log, m_parts.clock, m_parts.random, m_parts.slots)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_registrar(m_parts.production, m_workers, m_mailbox, m_ledger.view(), [this](Fact fact) { m_facts.push_back(std::move(fact)); })
    , m_attempts({m_parts.layout, m_parts.artifacts, m_parts.runner, m_parts.displaced, m_parts.environment, m_parts.secrets, m_workers, m_waiters, m_mailbox,
                  m_ledger.view(), m_parts.clock, [this](Fact fact) { m_facts.push_back(std::move(fact)); }, [this](const session::Notice& notice) { m_publisher.notice(notice); },
                  m_parts.tracker, m_parts.place})
    , m_beginnings({m_parts.layout, m_parts.artifacts, m_parts.files, m_desk, m_mailbox, m_ledger.view(),
                    [this](Fact fact) { m_facts.push_back(std::move(fact)); }})
    , m_orders({m_parts.layout, m_parts.artifacts, m_beginnings, m_registrar, m_ledger.view(), m_parts.isTrusted,
                [this](Fact fact) { m_facts.push_back(std::move(fact)); },
                [this](session::Session::Reply reply) { m_retention.order(std::move(reply)); }})
    , m_watches(m_parts.layout, m_parts.files)
    , m_inbox({m_parts.layout, m_parts.artifacts, m_parts.files, m_desk, m_mailbox, m_ledger.view(), [this](Fact fact) { m_facts.push_back(std::move(fact)); }})
    , m_retention({m_parts.layout, m_parts.files, m_parts.garbage, m_workers, m_mailbox, m_ledger.view(),
                   [this](Fact fact) { m_facts.push_back(std::move(fact)); }, [this] { m_attempts.forgetRemoved(); }, m_parts.tracker,
                   [this](const std::set<Digest>& kept, Instant before) { return m_attempts.environments().removeUnused(kept, before); }})
    , m_workers(2, [this] { m_mailbox.post([] {}); })
    , m_desk(1, [this] { m_mailbox.post([] {}); })
    , m_waiters(4, [this] { m_mailbox.post([] {}); })
{
    if (m_parts.tracker) {
        m_parts.tracker->setListener([this](const AttemptId& attempt, std::uint64_t points) {
            m_mailbox.post([this, grown = session::SeriesGrown{attempt, points}] { m_publisher.notice(session::noticeOf(grown)); });
        });
    }
    watch(m_epoll, m_mailbox.pollHandle());
    watch(m_epoll, m_parts.runner.pollHandle());
}

Owner::Loop::~Loop()
{
    m_retention.stop();
    if (m_parts.tracker)
        m_parts.tracker->setListener({});
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_mailbox.post([] {});
        m_thread.join();
    }
    m_publisher.close({ErrorCode::cancelled, {"host.owner_gone", {}}, {}});
    close(m_epoll);
}

Result<void> Owner::Loop::start()
{
    m_ledger.setCapacity(capacityOf(m_parts.layout, m_parts.files));
    if (const auto loaded = m_ledger.load(); !loaded)
        return loaded;
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    return {};
}

void Owner::Loop::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        begin();
        hear();
        settle();
        handleInbox();
        keepHouse();
        noteIdleness();
        wait();
    }
}

// A restricted workspace can be looked at and edited; nothing of it is executed, an earlier owner's work included.
void Owner::Loop::begin()
{
    if (m_mayRun || m_ledger.isUnsure() || !m_parts.isTrusted())
        return;
    m_mayRun = true;
    m_attempts.recover();
    for (const engine::Effect& effect : engine::pendingEffects(m_ledger.view().workspace)) {
        if (!std::holds_alternative<engine::Launch>(effect)) // the runner says which attempts are to be launched
            carryOut(effect);
    }
    m_attempts.retireCheckouts(m_parts.clock.wall());
    m_registrar.repairLinks();
    m_facts.push_back(engineFact(engine::Tick{})); // admits what became ready and was not planned
}

void Owner::Loop::hear()
{
    for (const Mailbox::Letter& letter : m_mailbox.take())
        letter();
    for (const engine::RunnerEvent& event : m_parts.runner.drain())
        m_attempts.take(event);
    for (engine::Arrived& arrived : m_watches.look(m_ledger.view().workspace, m_parts.clock.monotonic()))
        m_facts.push_back(engineFact(std::move(arrived)));
    const auto due = engine::nextTimer(m_ledger.view().workspace);
    if (due && !m_retryAt && *due <= m_parts.clock.wall()) // one word about it is enough while nothing can be written
        m_facts.push_back(engineFact(engine::Tick{}));
}

// Nobody is told what may not be true.
void Owner::Loop::take(session::Order order, Session::Reply reply)
{
    if (!isSure())
        return reply(*m_trouble);
    m_orders.take(std::move(order), std::move(reply));
}

bool Owner::Loop::isCompany() const
{
    return std::any_of(m_facts.begin(), m_facts.end(), [](const Fact& fact) { return !fact.patient; });
}

// Somebody asked and hears at once how it stands with the disk; what nobody waits for is tried again in its time.
bool Owner::Loop::isAwaited() const
{
    return std::any_of(m_facts.begin(), m_facts.end(), [](const Fact& fact) { return !fact.lasting; });
}

void Owner::Loop::refuseAwaited()
{
    for (const Fact& fact : m_facts) {
        if (!fact.lasting && fact.done)
            fact.done(*m_trouble);
    }
    std::erase_if(m_facts, [](const Fact& fact) { return !fact.lasting; });
}

void Owner::Loop::settle()
{
    const Duration now = m_parts.clock.monotonic();
    if (m_retryAt && now < *m_retryAt && !isAwaited())
        return;
    if (!isSure())
        return refuseAwaited();
    m_retryAt.reset();
    if (!m_facts.empty() && !isCompany()) {
        if (!m_companyUntil)
            m_companyUntil = now + companyWait;
        if (now < *m_companyUntil)
            return;
    }
    m_companyUntil.reset();
    while (!m_facts.empty() && commitOnce()) {
    }
}

// What was received in this turn is on disk and acknowledged by now.
void Owner::Loop::handleInbox()
{
    if (!m_mayRun || m_retryAt)
        return;
    m_inbox.handle(m_parts.clock.monotonic());
    settle();
}

void Owner::Loop::keepHouse()
{
    if (!m_mayRun || m_retryAt)
        return;
    // Nothing that was put into the store is still on its way into the log.
    const bool isQuiet = m_facts.empty() && m_uncertain.empty() && m_attempts.isEmpty() && m_beginnings.isEmpty() && m_inbox.isEmpty() &&
                         m_workers.isIdle() && m_desk.isIdle() && m_waiters.isIdle();
    using enum Retention::Activity;
    m_retention.look(!m_attempts.isEmpty() ? steps : isQuiet ? none : brief, m_parts.clock.monotonic(), m_parts.clock.wall());
    settle();
}

// One entry: as many facts as are here, then admission, then the disk. Only then anything is done or told.
bool Owner::Loop::commitOnce()
{
    Taken taken;
    while (!m_facts.empty() && taken.size() < factsPerCommit) {
        Fact fact = std::move(m_facts.front());
        m_facts.pop_front();
        auto result = fact.act(m_ledger);
        taken.emplace_back(std::move(fact), std::move(result));
    }
    if (m_mayRun)
        m_ledger.admit();
    const auto committed = m_ledger.commit();
    if (committed)
        succeeded(taken, *committed);
    else
        failed(std::move(taken), committed.error());
    return committed.ok();
}

void Owner::Loop::succeeded(const Taken& taken, const Ledger::Committed& committed)
{
    if (!committed.events.empty())
        m_publisher.publish(committed.events);
    for (const auto& [fact, result] : taken) {
        if (fact.done)
            fact.done(result);
    }
    for (const engine::Effect& effect : committed.effects)
        carryOut(effect);
    if (std::ranges::any_of(committed.events, [](const engine::StoredEvent& event) { return event.type == "run.ended"; }))
        m_attempts.retireCheckouts(m_parts.clock.wall());
}

// What is true stays true: it is tried again when the disk may have room. Who asked for something is told at once.
void Owner::Loop::failed(Taken taken, const Error& why)
{
    for (auto& [fact, result] : taken) {
        if (!fact.lasting && fact.done)
            fact.done(why);
    }
    std::erase_if(taken, [](const auto& each) { return !each.first.lasting; });
    if (m_ledger.isUnsure()) {
        m_uncertain = std::move(taken);
        m_trouble = why;
    } else {
        for (auto it = taken.rbegin(); it != taken.rend(); ++it)
            m_facts.push_front(std::move(it->first));
    }
    m_retryAt = m_parts.clock.monotonic() + retryWait;
    if (!m_facts.empty() || !m_uncertain.empty()) // something waits for the disk, and with it people
        m_publisher.notice(session::noticeOfTrouble(why));
}

bool Owner::Loop::isSure()
{
    if (!m_ledger.isUnsure())
        return true;
    const auto settled = m_ledger.settle();
    Taken taken = std::exchange(m_uncertain, {});
    if (settled && *settled)
        succeeded(taken, **settled);
    else
        failed(std::move(taken), settled ? *m_trouble : settled.error());
    return !m_ledger.isUnsure();
}

void Owner::Loop::carryOut(const engine::Effect& effect)
{
    if (const auto* launch = std::get_if<engine::Launch>(&effect))
        m_attempts.launch(launch->attempt);
    else if (const auto* stop = std::get_if<engine::Stop>(&effect))
        m_attempts.stop(stop->attempt);
    else if (const auto* record = std::get_if<engine::RecordVersion>(&effect))
        m_registrar.recordVersion(*record);
    else if (const auto* promote = std::get_if<engine::PromoteVersion>(&effect))
        m_registrar.promoteVersion(*promote);
    else if (const auto* file = std::get_if<engine::WatchFile>(&effect))
        m_watches.add(*file);
}

void Owner::Loop::noteIdleness()
{
    // Events that came into a workspace that is not trusted wait in the log, not in an owner.
    const engine::WorkspaceState& state = m_ledger.view().workspace;
    const bool idle = m_facts.empty() && m_uncertain.empty() && m_attempts.isEmpty() && m_beginnings.isEmpty() && !m_retention.isBusy() &&
                      (engine::isIdle(state) || (!m_mayRun && state.busy == 0));
    const Duration now = m_parts.clock.monotonic();
    if (!idle) {
        m_idleSince.reset();
        return;
    }
    if (!m_idleSince) {
        m_idleSince = now;
        m_parts.runner.rest();
        if (m_parts.place)
            m_parts.place->door.rest();
    }
    if (m_idle && now - *m_idleSince >= m_quiet)
        m_idle();
}

int Owner::Loop::millisecondsToWait() const
{
    const Duration now = m_parts.clock.monotonic();
    Duration wait{60'000};
    if (const auto due = engine::nextTimer(m_ledger.view().workspace); due && !m_retryAt)
        wait = std::min(wait, *due - m_parts.clock.wall());
    if (const auto next = m_watches.nextLook())
        wait = std::min(wait, *next - now);
    if (const auto next = m_inbox.nextLook(); next && m_mayRun)
        wait = std::min(wait, *next - now);
    if (const auto next = m_retention.nextLook(); next && m_mayRun)
        wait = std::min(wait, *next - now);
    if (!m_mayRun && !m_ledger.view().workspace.inbox.open.empty())
        wait = std::min(wait, trustWait);
    if (m_retryAt)
        wait = std::min(wait, *m_retryAt - now);
    else if (m_companyUntil)
        wait = std::min(wait, *m_companyUntil - now);
    else if (!m_facts.empty())
        wait = Duration(0);
    if (m_idle && m_idleSince)
        wait = std::min(wait, std::max(*m_idleSince + m_quiet - now, Duration(100)));
    return static_cast<int>(std::clamp<Duration::rep>(wait.count(), 0, 60'000));
}

void Owner::Loop::wait()
{
    epoll_event events[4];
    epoll_wait(m_epoll, events, 4, millisecondsToWait());
}

void Owner::Loop::whenIdle(Duration quiet, std::function<void()> callback)
{
    m_quiet = quiet;
    m_idle = std::move(callback);
}

std::unique_ptr<session::Subscription> Owner::Loop::follow(Seq after, std::shared_ptr<session::Follower> follower)
{
    std::vector<engine::StoredEvent> missed;
    while (true) {
        const auto page = m_parts.log.read(missed.empty() ? after : missed.back().seq, 10'000);
        if (!page) {
            follower->closed(page.error());
            return nullptr;
        }
        if (page->empty())
            break;
        missed.insert(missed.end(), page->begin(), page->end());
    }
    return m_publisher.add(std::move(follower), missed);
}

} // namespace penstock::host
