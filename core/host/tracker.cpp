#include "core/host/tracker.h"

#include <algorithm>
#include <sys/stat.h>

namespace penstock::host {

namespace {

constexpr Duration betweenLooks{100}; // at the files of running attempts
constexpr Duration betweenNotices{50};
constexpr Duration retryWait{500};
constexpr int mostFailures = 6; // then those who wait for an end are told

Error gone() { return {ErrorCode::cancelled, {"host.owner_gone", {}}, {}}; }

bool hasBytes(const std::string& file)
{
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 && status.st_size > 0;
}

} // namespace

Tracker::Tracker(std::unique_ptr<store::MetricDatabase> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock), m_thread([this](const std::stop_token& stop) { work(stop); })
{}

Tracker::~Tracker()
{
    m_thread.request_stop();
    m_thread.join();
}

void Tracker::setListener(Listener listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

void Tracker::follow(const AttemptId& attempt, const std::string& file)
{
    const std::lock_guard lock(m_mutex);
    Followed& followed = m_followed[attempt];
    followed.file = file;
    followed.isFollowed = true;
    if (m_isResting)
        m_wake.notify_one();
}

void Tracker::release(const AttemptId& attempt)
{
    const std::lock_guard lock(m_mutex);
    m_logged.erase(attempt);
    if (const auto found = m_followed.find(attempt); found != m_followed.end()) {
        found->second.isFollowed = false;
        if (found->second.finishing.empty())
            m_followed.erase(found);
    }
}

bool Tracker::isFollowed(const AttemptId& attempt) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_followed.find(attempt);
    return found != m_followed.end() && found->second.isFollowed;
}

bool Tracker::hasSomething(const AttemptId& attempt, const std::string& file) const
{
    if (hasBytes(file))
        return true;
    const std::lock_guard lock(m_mutex);
    return m_logged.contains(attempt);
}

Result<FinalMetrics> Tracker::finish(const AttemptId& attempt, const std::string& file)
{
    auto promise = std::make_shared<std::promise<Result<FinalMetrics>>>();
    auto answer = promise->get_future();
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped)
            return gone();
        Followed& followed = m_followed[attempt];
        followed.file = file;
        followed.finishing.push_back(std::move(promise));
        m_wake.notify_one();
    }
    return answer.get();
}

void Tracker::run(Work work, Done done)
{
    std::unique_lock lock(m_mutex);
    if (m_stopped) {
        lock.unlock();
        return done(gone());
    }
    m_jobs.push_back({std::move(work), std::move(done)});
    m_wake.notify_one();
}

Result<void> Tracker::remove(const std::set<RunId>& runs, const std::atomic<bool>& stop)
{
    for (const RunId& run : runs) {
        auto isGone = std::make_shared<std::atomic<bool>>(false);
        while (!*isGone) {
            if (stop)
                return Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}};
            auto answered = std::make_shared<std::promise<Result<void>>>();
            auto answer = answered->get_future();
            this->run(
                [run, isGone](store::MetricDatabase& metrics) -> Result<void> {
                    const auto all = metrics.removeSome(run);
                    *isGone = all && *all;
                    return all ? Result<void>() : all.error();
                },
                [answered](const Result<void>& committed) { answered->set_value(committed); });
            if (auto committed = answer.get(); !committed)
                return committed;
        }
    }
    return {};
}

void Tracker::noteLogged(const AttemptId& attempt, std::uint64_t points)
{
    m_untold[attempt] += points;
    const std::lock_guard lock(m_mutex);
    m_logged.insert(attempt);
}

void Tracker::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            const auto isWanted = [&] {
                return m_failures == 0 &&
                       (!m_jobs.empty() || !m_grown.empty() || std::ranges::any_of(m_followed, [](const auto& each) {
                           return !each.second.finishing.empty();
                       }));
            };
            const Duration wait = pause();
            m_isResting = wait == Duration::max();
            if (m_isResting)
                m_wake.wait(lock, stop, [&] { return isWanted() || !m_followed.empty(); });
            else
                m_wake.wait_for(lock, stop, wait, isWanted);
            m_isResting = false;
        }
        if (!stop.stop_requested())
            turn();
    }
    std::unique_lock lock(m_mutex);
    m_stopped = true;
    const auto jobs = std::exchange(m_jobs, {});
    const auto followed = std::exchange(m_followed, {});
    lock.unlock();
    for (const Job& job : jobs)
        job.done(gone());
    for (const auto& [attempt, each] : followed) {
        for (const auto& promise : each.finishing)
            promise->set_value(gone());
    }
}

// Under the mutex.
Duration Tracker::pause() const
{
    const Duration now = m_clock.monotonic();
    if (m_failures > 0)
        return std::max(m_retryAt - now, Duration(1));
    Duration until = Duration::max();
    if (!m_followed.empty())
        until = m_nextLook;
    if (!m_untold.empty())
        until = std::min(until, m_nextTold);
    return until == Duration::max() ? until : std::max(until - now, Duration(0));
}

void Tracker::turn()
{
    std::vector<Job> jobs;
    {
        const std::lock_guard lock(m_mutex);
        jobs = std::exchange(m_jobs, {});
    }
    if (lookAtFiles() || !jobs.empty()) {
        const auto committed = takeAll(jobs);
        if (!committed) {
            m_database->rollBack();
            for (auto& [attempt, tail] : m_tails)
                tail.forget();
            m_retryAt = m_clock.monotonic() + retryWait;
            m_failures = std::min(m_failures + 1, mostFailures);
        } else {
            m_failures = 0;
        }
        settleFinished(committed);
        for (const Job& job : jobs)
            job.done(committed);
    } else {
        m_failures = 0;
    }
    tellListener();
}

// Which files have more, or are to be taken to their end.
bool Tracker::lookAtFiles()
{
    const Duration now = m_clock.monotonic();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_tails, [&](const auto& tail) { return !m_followed.contains(tail.first); });
    const bool isDue = now >= m_nextLook;
    if (isDue)
        m_nextLook = now + betweenLooks;
    std::erase_if(m_grown, [&](const AttemptId& attempt) { return !m_tails.contains(attempt); });
    for (const auto& [attempt, followed] : m_followed) {
        MetricTail& tail = m_tails.try_emplace(attempt, attempt, followed.file).first->second;
        if (!followed.finishing.empty() || (isDue && tail.look()))
            m_grown.insert(attempt);
    }
    return !m_grown.empty();
}

Result<void> Tracker::takeAll(std::vector<Job>& jobs)
{
    if (auto begun = m_database->begin(); !begun)
        return begun;
    for (const Job& job : jobs) {
        if (auto done = job.work(*m_database); !done)
            return done;
    }
    if (auto taken = takeFiles(); !taken)
        return taken;
    return m_database->commit();
}

Result<void> Tracker::takeFiles()
{
    std::set<AttemptId> finishing;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [attempt, followed] : m_followed) {
            if (!followed.finishing.empty())
                finishing.insert(attempt);
        }
    }
    for (auto it = m_grown.begin(); it != m_grown.end();) {
        MetricTail& tail = m_tails.at(*it);
        const bool isLast = finishing.contains(*it);
        if (isLast && !tail.look() && tail.number() == 0) {
            const auto known = m_database->knows(*it);
            if (!known)
                return known.error();
            if (!*known) { // it logged nothing, and leaves no trace
                m_finished.insert_or_assign(*it, FinalMetrics{});
                it = m_grown.erase(it);
                continue;
            }
        }
        const auto added = tail.take(*m_database, m_clock.wall(), isLast);
        if (!added)
            return added.error();
        if (*added > 0)
            m_untold[*it] += *added;
        if (!tail.isAtEnd()) {
            ++it;
            continue;
        }
        if (isLast)
            m_finished.insert_or_assign(*it, finalOf(tail));
        it = m_grown.erase(it);
    }
    return {};
}

Result<FinalMetrics> Tracker::finalOf(const MetricTail& tail)
{
    FinalMetrics final;
    auto values = m_database->finalValues(tail.number());
    if (!values)
        return values.error();
    final.values = std::move(*values);
    const auto points = m_database->points(tail.number());
    if (!points)
        return points.error();
    if (*points > 0 || tail.unreadable() > 0)
        final.record = {{"points", *points}, {"unreadable", tail.unreadable()}};
    return final;
}

// Who waits for an end gets it after the commit; when that fails again and again, the reason.
void Tracker::settleFinished(const Result<void>& committed)
{
    std::vector<std::pair<std::shared_ptr<std::promise<Result<FinalMetrics>>>, Result<FinalMetrics>>> answers;
    {
        const std::lock_guard lock(m_mutex);
        const auto settle = [&](auto found, const Result<FinalMetrics>& answer) {
            for (auto& promise : found->second.finishing)
                answers.emplace_back(std::move(promise), answer);
            found->second.finishing.clear();
            return found->second.isFollowed ? std::next(found) : m_followed.erase(found);
        };
        if (committed) {
            for (const auto& [attempt, final] : m_finished) {
                if (const auto found = m_followed.find(attempt); found != m_followed.end())
                    settle(found, final);
            }
        } else if (m_failures >= mostFailures) {
            for (auto it = m_followed.begin(); it != m_followed.end();)
                it = it->second.finishing.empty() ? std::next(it) : settle(it, committed.error());
        }
    }
    m_finished.clear();
    for (auto& [promise, answer] : answers)
        promise->set_value(std::move(answer));
}

void Tracker::tellListener()
{
    const Duration now = m_clock.monotonic();
    if (m_untold.empty() || now < m_nextTold || m_failures > 0)
        return;
    m_nextTold = now + betweenNotices;
    const std::lock_guard lock(m_mutex);
    for (const auto& [attempt, points] : std::exchange(m_untold, {})) {
        if (m_listener)
            m_listener(attempt, points);
    }
}

} // namespace penstock::host
