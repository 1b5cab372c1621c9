#include "core/host/attempts.h"

#include "core/host/input_record.h"
#include "core/store/tree_removal.h"

#include <algorithm>
#include <chrono>
#include <fstream>

namespace penstock::host {

namespace {

constexpr Duration betweenNotices{250};

struct Found {
    const engine::Run* run = nullptr;
    const engine::Instance* instance = nullptr;
    const pipeline::Command* command = nullptr;
};

Found find(const session::View& view, const AttemptId& attempt)
{
    Found found;
    found.run = view.workspace.run(attempt.run);
    found.instance = found.run ? found.run->find(attempt.instance) : nullptr;
    if (found.instance)
        found.command = std::get_if<pipeline::Command>(&found.run->step(*found.instance).body);
    return found;
}

// Nothing on disk to make ready or to take in: not worth a change of thread.
bool isQuick(const Preparation& preparation)
{
    return preparation.inputs.empty() && preparation.outputs.empty() && preparation.metrics.empty() && preparation.code.empty();
}

// Before the claims are free: what stands there now is this attempt's. What was taken into the store is known by its
// content; metrics are not, also those of an attempt that ended well.
void rememberLeft(const engine::AttemptEnded& ended, const std::vector<std::string>& claims, const std::string& metrics,
                  const store::Leftovers& leftovers)
{
    const std::string metricsFile = engine::normalisedPath(metrics);
    for (const std::string& path : claims) {
        // Failing to remember costs a refusal later, and nothing that is worth failing the attempt for.
        if (ended.outcome.kind != engine::OutcomeKind::succeeded || path == metricsFile)
            (void)leftovers.remember(path);
    }
}

Result<void> writeParameters(const std::string& path, const Json& parameters)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << dumpJsonPretty(parameters) << '\n';
    file.flush();
    if (!file)
        return Error{ErrorCode::io, {"host.write_failed", {{"path", path}}}, {}};
    return {};
}

} // namespace

Attempts::Attempts(Parts parts)
    : m_parts(std::move(parts))
{}

Attempts::~Attempts()
{
    for (auto& [attempt, flight] : m_flights)
        *flight.stop = true;
}

void Attempts::launch(const AttemptId& attempt)
{
    const Found found = find(m_parts.view, attempt);
    if (!found.command)
        return;
    const auto asked = jobOf(attempt);
    if (!asked)
        return refuse(attempt, asked.error());
    const Preparation& job = *asked;
    if (job.cache)
        return lookUp(attempt, job);
    const auto stop = flight(attempt).stop;
    auto work = [job, stop, &artifacts = m_parts.artifacts, &displaced = m_parts.displaced, progress = progressOf(attempt, stop)] {
        return prepare(job, artifacts, displaced, progress, *stop);
    };
    if (isQuick(job))
        return prepared(attempt, work());
    m_parts.workers.run([this, attempt, work, &mailbox = m_parts.mailbox] {
        mailbox.post([this, attempt, result = work()] { prepared(attempt, result); });
    });
}

Result<Preparation> Attempts::jobOf(const AttemptId& attempt) const
{
    const Found found = find(m_parts.view, attempt);
    auto inputs = engine::inputSources(m_parts.view.workspace, *found.run, *found.instance);
    if (!inputs)
        return inputs.error();
    auto job = preparationOf(m_parts.layout, *found.run, *found.instance, attempt.number, std::move(*inputs));
    const auto base = found.command->pass.empty() ? std::map<std::string, std::string>() : m_parts.environment(found.command->pass, found.command->python);
    auto question = cacheQuestion(m_parts.view, *found.run, *found.instance, m_parts.layout.workspace, base);
    if (!question)
        return question.error();
    job.cache = std::move(*question);
    return job;
}

void Attempts::lookUp(const AttemptId& attempt, const Preparation& job)
{
    const auto stop = flight(attempt).stop;
    m_parts.workers.run([this, job, stop, progress = progressOf(attempt, stop)] {
        auto result = measure(job, m_parts.artifacts, m_parts.displaced, m_git, progress, *stop);
        m_parts.mailbox.post([this, job, result = std::move(result)] { measured(job, result); });
    });
}

void Attempts::measured(const Preparation& job, Result<Measured> result)
{
    const AttemptId& attempt = job.attempt;
    if (!result)
        return refuse(attempt, result.error());
    const auto found = job.cache->takes ? m_index.find(result->keyed.key) : std::nullopt;
    auto work = [this, job, stop = flight(attempt).stop, measured = std::move(*result), same = earlierOf(m_parts.view, found),
                 newest = earlierOf(m_parts.view, m_index.latest(attempt.run, attempt.instance))] {
        auto done = settle(job, measured, same, newest, m_parts.artifacts, m_parts.displaced, *stop);
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
        const Found found = find(m_parts.view, attempt);
        m_index.learn(*found.run, *found.instance);
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
    if (const auto handed = hand(attempt, *result); !handed)
        refuse(attempt, handed.error());
}

Result<void> Attempts::hand(const AttemptId& attempt, const Prepared& prepared)
{
    const Found found = find(m_parts.view, attempt);
    auto line = engine::commandLine(m_parts.view.workspace, *found.run, *found.instance, attempt.number, prepared.places);
    if (!line)
        return line.error();
    if (const auto written = writeParameters(prepared.places.parametersFile, line->parameters); !written)
        return written;
    const std::string folder = m_parts.layout.attemptFolder(attempt);
    engine::Task task;
    task.attempt = attempt;
    task.slot = m_parts.view.workspace.attempt(attempt)->slots.front();
    task.arguments = std::move(line->arguments);
    const std::string& python = found.command->python.empty() ? found.run->plan->pipeline().defaults.python : found.command->python;
    task.variables = m_parts.environment(found.command->pass, python);
    for (auto& [name, value] : line->variables)
        task.variables.insert_or_assign(name, std::move(value));
    task.folder = found.command->folder.empty() ? m_parts.layout.workspace : m_parts.layout.inWorkspace(found.command->folder);
    task.attemptFolder = folder;
    task.timeout = found.command->timeout.value_or(Duration(0));
    task.memoryLimit = found.command->resources.memory;
    const bool ownTracking = !tellWhereToLog(task);
    if (!prepared.inputs.empty() || !prepared.code.empty() || !prepared.cache.is_null() || ownTracking) {
        if (const auto written = writeInputRecord(folder, {prepared.inputs, prepared.fileInputs, prepared.code, prepared.cache, ownTracking}); !written)
            return written;
    }
    follow(attempt, prepared.places.metricsFile);
    Flight& current = flight(attempt);
    current.inputs = prepared.inputs;
    current.fileInputs = prepared.fileInputs;
    current.code = prepared.code;
    current.cache = prepared.cache;
    current.ownTracking = ownTracking;
    current.isKnown = true;
    current.isWithRunner = true;
    m_parts.runner.launch(task);
    return {};
}

void Attempts::refuse(const AttemptId& attempt, const Error& why)
{
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome.kind = why.code == ErrorCode::cancelled ? engine::OutcomeKind::cancelled : engine::OutcomeKind::refused;
    ended.outcome.why = why.message;
    ended.record = {{"detail", why.detail}};
    leave(attempt);
    m_parts.tell(engineFact(engine::Ended{std::move(ended)}));
}

void Attempts::stop(const AttemptId& attempt)
{
    Flight& current = flight(attempt);
    *current.stop = true;
    if (current.isWithRunner)
        m_parts.runner.cancel(attempt, engine::Task{}.grace);
}

void Attempts::recover()
{
    m_index.learn(m_parts.view.workspace);
    std::vector<AttemptId> begun;
    for (const RunId& id : m_parts.view.workspace.active) {
        for (const engine::Instance& instance : m_parts.view.workspace.run(id)->instances) {
            if (!instance.attempts.empty() && instance.attempts.back().phase != engine::Attempt::Phase::ended)
                begun.push_back({id, instance.id, instance.attempts.back().number});
        }
    }
    for (const AttemptId& attempt : begun) {
        flight(attempt).isWithRunner = true;
        follow(attempt, m_parts.layout.metricsFile(attempt));
    }
    if (m_parts.place && !begun.empty())
        (void)m_parts.place->door.open(); // they may be logging
    m_parts.runner.recover(begun);
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

void Attempts::collectEnd(const engine::Exited& exited)
{
    const Found found = find(m_parts.view, exited.attempt);
    const engine::Attempt* attempt = m_parts.view.workspace.attempt(exited.attempt);
    if (!found.command || !attempt || attempt->phase == engine::Attempt::Phase::ended) {
        discardTaken(exited.attempt);
        leave(exited.attempt);
        m_parts.runner.forget(exited.attempt); // known already: the earlier owner died between commit and forget
        return;
    }
    Flight& current = flight(exited.attempt);
    Collection job{preparationOf(m_parts.layout, *found.run, *found.instance, exited.attempt.number, {}), exited.exit,
                   current.inputs, current.fileInputs, current.code, found.command->values, current.cache};
    job.ownTracking = current.ownTracking;
    const std::string metricsFile = m_parts.layout.metricsFile(exited.attempt);
    const bool hasLogged = m_parts.tracker && (!current.isKnown || m_parts.tracker->hasSomething(exited.attempt, metricsFile));
    auto work = [job, isKnown = current.isKnown, tracker = hasLogged ? m_parts.tracker : nullptr, metricsFile, claims = attempt->claims, &artifacts = m_parts.artifacts,
                 &leftovers = m_parts.displaced.leftovers()]() mutable {
        if (!isKnown) {
            InputRecord record = readInputRecord(job.preparation.layout.attemptFolder(job.preparation.attempt));
            job.inputs = std::move(record.inputs);
            job.fileInputs = std::move(record.files);
            job.code = std::move(record.code);
            job.cache = std::move(record.cache);
            job.ownTracking = record.ownTracking;
        }
        if (tracker)
            job.logged = tracker->finish(job.preparation.attempt, metricsFile);
        const std::atomic<bool> never{false}; // what ended well is collected even when the run is being cancelled
        auto ended = collect(job, artifacts, never);
        rememberLeft(ended, claims, job.preparation.metrics, leftovers);
        return ended;
    };
    if (isQuick(job.preparation) && current.isKnown && !hasLogged && found.command->inputs.empty())
        return collected(work());
    m_parts.workers.run([this, work, &mailbox = m_parts.mailbox]() mutable {
        mailbox.post([this, ended = work()]() { collected(ended); });
    });
}

void Attempts::collected(engine::AttemptEnded ended)
{
    const AttemptId attempt = ended.attempt;
    Fact fact = engineFact(engine::Ended{std::move(ended)});
    fact.done = [this, attempt](const Result<void>& result) {
        if (!result)
            return;
        if (const Found found = find(m_parts.view, attempt); found.command)
            m_index.learn(*found.run, *found.instance);
        discardTaken(attempt);
        leave(attempt);
        m_parts.runner.forget(attempt);
    };
    m_parts.tell(std::move(fact));
}

void Attempts::follow(const AttemptId& attempt, const std::string& metricsFile)
{
    if (m_parts.tracker)
        m_parts.tracker->follow(attempt, metricsFile);
}

// False when the person has told it another place.
bool Attempts::tellWhereToLog(engine::Task& task) const
{
    if (!m_parts.place)
        return true;
    if (task.variables.contains("MLFLOW_TRACKING_URI"))
        return false;
    if (const std::string address = m_parts.place->door.open(); !address.empty()) {
        const std::string token = m_parts.place->tokens.tokenOf(task.attempt);
        task.variables["MLFLOW_TRACKING_URI"] = address;
        task.variables["MLFLOW_TRACKING_TOKEN"] = token;
        task.masks.push_back(token);
    }
    return true;
}

void Attempts::leave(const AttemptId& attempt)
{
    if (m_parts.tracker)
        m_parts.tracker->release(attempt);
    m_flights.erase(attempt);
}

// Private outputs that the store has by now; those of an attempt that failed stay for people to look at.
void Attempts::discardTaken(const AttemptId& attempt)
{
    const Found found = find(m_parts.view, attempt);
    const engine::Attempt* ended = m_parts.view.workspace.attempt(attempt);
    if (!found.command || !ended || ended->outcome.kind != engine::OutcomeKind::succeeded)
        return;
    if (std::ranges::none_of(found.command->outputs, [](const auto& output) { return output.second.path.empty(); }))
        return;
    m_parts.workers.run([folder = m_parts.layout.attemptFolder(attempt) + "/outputs"] { (void)store::removeTree(folder); });
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
