#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace penstock::host {

// A few threads for what may take long: digesting, copying, collecting. Jobs post their result to the owner's mailbox.
// The destructor lets running jobs end and drops waiting ones; a job that may take long polls its own stop flag.
class Workers final {
public:
    // `idle` is called by a worker whenever no job is left.
    explicit Workers(unsigned count, std::function<void()> idle = {});
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void run(std::function<void()> job);
    bool isIdle(); // no job waits or runs

private:
    void work(const std::stop_token& stop);

    std::function<void()> m_idle;
    std::mutex m_mutex; // guards m_jobs, m_running
    std::condition_variable_any m_wake;
    std::deque<std::function<void()>> m_jobs;
    int m_running = 0;
    std::vector<std::jthread> m_threads; // last: joins before the rest goes
};

} // namespace penstock::host
