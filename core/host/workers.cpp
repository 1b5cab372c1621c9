#include "core/host/workers.h"

namespace penstock::host {

Workers::Workers(unsigned count, std::function<void()> idle)
    : m_idle(std::move(idle))
{
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

Workers::~Workers()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_wake.notify_all();
}

void Workers::run(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

bool Workers::isIdle()
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.empty() && m_running == 0;
}

void Workers::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }))
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            ++m_running;
        }
        job();
        job = {}; // what it holds goes before it counts as done
        bool isLast = false;
        {
            const std::lock_guard lock(m_mutex);
            isLast = --m_running == 0 && m_jobs.empty();
        }
        if (isLast && m_idle)
            m_idle();
    }
}

} // namespace penstock::host
