#include "tests/support/fake_runner.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

namespace penstock::test {

FakeRunner::FakeRunner(Script script)
    : m_script(std::move(script))
    , m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{}

FakeRunner::~FakeRunner() { close(m_event); }

void FakeRunner::say(engine::RunnerEvent event)
{
    m_events.push_back(std::move(event));
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(m_event, &one, sizeof one);
}

void FakeRunner::recover(const std::vector<AttemptId>& planned)
{
    const std::lock_guard lock(m_mutex);
    for (const AttemptId& attempt : planned) {
        if (const auto exit = m_exits.find(attempt); exit != m_exits.end())
            say(engine::Exited{attempt, exit->second});
        else if (m_running.contains(attempt))
            say(engine::Claimed{attempt, 1});
        else
            say(engine::NeverRan{attempt});
    }
}

void FakeRunner::launch(const engine::Task& task)
{
    std::optional<engine::Exit> exit;
    {
        const std::lock_guard lock(m_mutex);
        ++m_launches[task.attempt];
        m_running.insert(task.attempt);
        say(engine::Claimed{task.attempt, 1});
    }
    if ((exit = m_script(task)))
        finish(task.attempt, *exit);
}

void FakeRunner::finish(const AttemptId& attempt, engine::Exit exit)
{
    const std::lock_guard lock(m_mutex);
    m_running.erase(attempt);
    m_exits.insert_or_assign(attempt, exit);
    say(engine::Exited{attempt, std::move(exit)});
}

void FakeRunner::lose(const AttemptId& attempt)
{
    const std::lock_guard lock(m_mutex);
    m_running.erase(attempt);
    m_launches.erase(attempt);
}

void FakeRunner::stick(const AttemptId& attempt, int pid, const std::string& command)
{
    const std::lock_guard lock(m_mutex);
    say(engine::Unkillable{attempt, pid, command});
}

void FakeRunner::cancel(const AttemptId& attempt, Duration)
{
    if (!isRunning(attempt))
        return;
    engine::Exit exit;
    exit.outcome.kind = engine::OutcomeKind::cancelled;
    finish(attempt, exit);
}

void FakeRunner::forget(const AttemptId& attempt)
{
    const std::lock_guard lock(m_mutex);
    m_exits.erase(attempt);
}

std::vector<engine::RunnerEvent> FakeRunner::drain()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(m_event, &count, sizeof count);
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

std::map<AttemptId, int> FakeRunner::launches() const
{
    const std::lock_guard lock(m_mutex);
    return m_launches;
}

bool FakeRunner::isRunning(const AttemptId& attempt) const
{
    const std::lock_guard lock(m_mutex);
    return m_running.contains(attempt);
}

engine::Exit succeeded() { return {}; }

engine::Exit exited(int code)
{
    engine::Exit exit;
    exit.outcome.kind = engine::OutcomeKind::exited;
    exit.outcome.code = code;
    return exit;
}

} // namespace penstock::test
