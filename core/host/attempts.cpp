#include "core/host/attempts.h"

#include "core/host/found_attempt.h"

#include <chrono>
#include <fstream>

namespace penstock::host {

namespace {

constexpr Duration betweenNotices{250};

} // namespace

FoundAttempt findAttempt(const session::View& view, const AttemptId& attempt)
{
    FoundAttempt found;
    found.run = view.workspace.run(attempt.run);
    found.instance = found.run ? found.run->find(attempt.instance) : nullptr;
    if (found.instance)
        found.command = std::get_if<pipeline::Command>(&found.run->step(*found.instance).body);
    return found;
}

bool isQuick(const Preparation& preparation)
{
    return preparation.inputs.empty() && preparation.outputs.empty() && preparation.metrics.empty() && preparation.reports.empty() &&
           preparation.code.empty() && !preparation.checkout;
}

Duration graceOf(const pipeline::Command* command) { return command ? command->grace.value_or(engine::Task{}.grace) : engine::Task{}.grace; }

Attempts::Attempts(Parts parts)
    : m_parts(std::move(parts))
    , m_checkouts(m_parts.layout, m_parts.artifacts)
    , m_environments(m_parts.layout.state)
{}

Attempts::~Attempts()
{
    for (auto& [attempt, flight] : m_flights)
        *flight.stop = true;
}

void Attempts::launch(const AttemptId& attempt)
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
    if (!found.command)
        return;
    const auto asked = jobOf(attempt);
    if (!asked)
        return refuse(attempt, asked.error());
    const Preparation& job = *asked;
    if (job.cache)
        return lookUp(attempt, job);
    const auto stop = flight(attempt).stop;
    auto work = [this, job, stop, progress = progressOf(attempt, stop)]() -> Result<Prepared> {
        if (const auto ready = makeCheckout(job, *stop); !ready)
            return ready.error();
        return prepare(job, m_parts.artifacts, m_parts.displaced, progress, *stop);
    };
    if (isQuick(job))
        return prepared(attempt, work());
    m_parts.workers.run([this, attempt, work, &mailbox = m_parts.mailbox] {
        mailbox.post([this, attempt, result = work()] { prepared(attempt, result); });
    });
}

Result<Preparation> Attempts::jobOf(const AttemptId& attempt) const
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
    auto inputs = engine::inputSources(m_parts.view.workspace, *found.run, *found.instance);
    if (!inputs)
        return inputs.error();
    const Layout layout = layoutOf(m_parts.layout, *found.run);
    auto job = preparationOf(layout, *found.run, *found.instance, attempt.number, std::move(*inputs));
    const auto base = found.command->pass.empty() ? std::map<std::string, std::string>() : m_parts.environment(found.command->pass, found.command->python);
    auto question = cacheQuestion(m_parts.view, *found.run, *found.instance, layout.workspace, base, environmentQuestion(*found.run, *found.instance));
    if (!question)
        return question.error();
    job.cache = std::move(*question);
    return job;
}

Result<void> Attempts::makeCheckout(const Preparation& job, const std::atomic<bool>& stop)
{
    return job.checkout ? m_checkouts.make(*job.checkout, stop) : Result<void>();
}

void Attempts::retireCheckouts(Instant now)
{
    if (auto retired = m_checkouts.retire(m_parts.view.workspace, now); !retired.empty())
        m_parts.workers.run([retired = std::move(retired)] { Checkouts::remove(retired); });
}

void Attempts::lookUp(const AttemptId& attempt, const Preparation& job)
{
    const auto stop = flight(attempt).stop;
    m_parts.workers.run([this, job, stop, progress = progressOf(attempt, stop)] {
        const auto ready = makeCheckout(job, *stop);
        auto result = ready ? measure(job, m_parts.artifacts, m_parts.displaced, m_git, progress, *stop) : Result<Measured>(ready.error());
        m_parts.mailbox.post([this, job, result = std::move(result)] { measured(job, result); });
    });
}

void Attempts::measured(const Preparation& job, Result<Measured> result)
{
    const AttemptId& attempt = job.attempt;
    if (!result)
        return refuse(attempt, result.error());
    const auto found = job.cache->takes ? m_index.find(result->keyed.key) : std::nullopt;
    Known known{earlierOf(m_parts.view, found), earlierOf(m_parts.view, m_index.latest(attempt.run, attempt.instance)), {}};
    if (const auto seen = m_seen.find(attempt.run); seen != m_seen.end())
        known.seen = seen->second;
    auto work = [this, job, stop = flight(attempt).stop, measured = std::move(*result), known = std::move(known)] {
        auto done = settle(job, measured, known, m_parts.artifacts, m_parts.displaced, *stop);
        m_parts.mailbox.post([this, attempt = job.attempt, done = std::move(done)] { settled(attempt, done); });
    };
    m_parts.workers.run(std::move(work));
}

void Attempts::settled(const AttemptId& attempt, Result<Settled> result)
{
    if (!result || !result->hit)
        return prepared(attempt, result ? Result<Prepared>(std::move(result->prepared)) : result.error());
    Fact fact = engineFact(engine::Ended{std::move(*result->hit)});
    fact.done = [this, attempt](const Result<void>& committed) {
        if (!committed)
            return;
        const FoundAttempt found = findAttempt(m_parts.view, attempt);
        learn(*found.run, *found.instance);
        m_flights.erase(attempt);
    };
    m_parts.tell(std::move(fact));
}

void Attempts::prepared(const AttemptId& attempt, Result<Prepared> result)
{
    if (!result)
        return refuse(attempt, result.error());
    if (*flight(attempt).stop)
        return refuse(attempt, {ErrorCode::cancelled, {"host.cancelled", {}}, {}});
    equip(attempt, *result);
}

void Attempts::refuse(const AttemptId& attempt, const Error& why, const std::string& log)
{
    // What depends on others, such as a network or a keyring, may go well the next time: a retry is worth it.
    const bool mayPass = !log.empty() || why.code == ErrorCode::busy;
    const auto kind = why.code == ErrorCode::cancelled ? engine::OutcomeKind::cancelled
                      : mayPass                        ? engine::OutcomeKind::spawnError
                                                       : engine::OutcomeKind::refused;
    endUnbegun(attempt, {kind, 0, 0, why.message}, why.detail, log);
}

void Attempts::endUnbegun(const AttemptId& attempt, engine::Outcome outcome, const std::string& detail, const std::string& log)
{
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome = std::move(outcome);
    ended.record = {{"detail", detail}};
    leave(attempt);
    Fact fact = engineFact(engine::Ended{std::move(ended)});
    if (!log.empty()) {
        fact.done = [folder = m_parts.layout.attemptFolder(attempt), log](const Result<void>& committed) {
            if (committed) // before that it could still be executed, and its log would be that of its command
                std::ofstream(folder + "/log", std::ios::binary | std::ios::trunc) << log;
        };
    }
    m_parts.tell(std::move(fact));
}

void Attempts::stop(const AttemptId& attempt)
{
    const engine::Attempt* known = m_parts.view.workspace.attempt(attempt);
    if (!known || known->phase == engine::Attempt::Phase::ended)
        return; // its end is in the same entry of the log; a flight that begins now would never end
    Flight& current = flight(attempt);
    *current.stop = true;
    if (current.isWithRunner)
        m_parts.runner.cancel(attempt, graceOf(findAttempt(m_parts.view, attempt).command));
}

void Attempts::learn(const engine::Run& run, const engine::Instance& instance)
{
    m_index.learn(run, instance);
    see(run, instance);
}

// What the first one saw is kept, for as long as the run lasts.
void Attempts::see(const engine::Run& run, const engine::Instance& instance)
{
    if (engine::isEnd(run.state)) {
        m_seen.erase(run.id);
        return;
    }
    for (std::size_t i = 0; i < instance.attempts.size() && !m_seen.contains(run.id); ++i) {
        const engine::Attempt& attempt = instance.attempts[i];
        if (const auto seen = codeSeen({run.id, instance.id, attempt.number}, attempt.record.json()))
            m_seen.emplace(run.id, *seen);
    }
}

void Attempts::recover()
{
    m_index.learn(m_parts.view.workspace);
    std::vector<AttemptId> begun;
    for (const RunId& id : m_parts.view.workspace.active) {
        const engine::Run& run = *m_parts.view.workspace.run(id);
        for (const engine::Instance& instance : run.instances) {
            see(run, instance);
            if (!instance.attempts.empty() && instance.attempts.back().phase != engine::Attempt::Phase::ended)
                begun.push_back({id, instance.id, instance.attempts.back().number});
        }
    }
    for (const AttemptId& attempt : begun) {
        flight(attempt).isWithRunner = true;
        followAgain(attempt);
    }
    if (m_parts.place && !begun.empty())
        (void)m_parts.place->door.open(); // they may be logging
    m_parts.runner.recover(begun);
}

void Attempts::forgetRemoved()
{
    m_index = {};
    m_index.learn(m_parts.view.workspace);
}

void Attempts::take(const engine::RunnerEvent& event)
{
    if (const auto* claimed = std::get_if<engine::Claimed>(&event)) {
        Fact fact = engineFact(engine::Started{claimed->attempt, claimed->pid});
        fact.patient = true;
        m_parts.tell(std::move(fact));
    } else if (const auto* never = std::get_if<engine::NeverRan>(&event)) {
        flight(never->attempt).isWithRunner = false;
        launch(never->attempt);
    } else if (const auto* stuck = std::get_if<engine::Unkillable>(&event)) {
        m_parts.notice({stuck->attempt.text(), "unkillable", {{"pid", stuck->pid}, {"command", stuck->command}}});
    } else {
        collectEnd(std::get<engine::Exited>(event));
    }
}

void Attempts::follow(const AttemptId& attempt, const std::string& metricsFile, LoggedMasks masks)
{
    if (m_parts.tracker)
        m_parts.tracker->follow(attempt, metricsFile, std::move(masks));
}

void Attempts::leave(const AttemptId& attempt)
{
    if (m_parts.tracker)
        m_parts.tracker->release(attempt);
    m_flights.erase(attempt);
}

// What is read within a moment is not worth a word.
ReadProgress Attempts::progressOf(const AttemptId& attempt, const std::shared_ptr<std::atomic<bool>>& stop) const
{
    auto last = std::make_shared<std::chrono::steady_clock::time_point>(std::chrono::steady_clock::now());
    return [notice = m_parts.notice, &mailbox = m_parts.mailbox, attempt, stop, last](const std::string& path, std::uint64_t done,
                                                                                     std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - *last < betweenNotices || *stop)
            return;
        *last = now;
        mailbox.post([notice, progress = session::InputProgress{attempt, path, done, total}] { notice(session::noticeOf(progress)); });
    };
}

} // namespace penstock::host
