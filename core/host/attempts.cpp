#include "core/host/attempts.h"

#include "core/host/input_record.h"
#include "core/platform/secret_masks.h"
#include "core/store/tree_removal.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

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

std::set<std::string> secretNames(const pipeline::Command& command)
{
    std::set<std::string> names;
    for (const auto& [variable, name] : command.secrets)
        names.insert(name);
    return names;
}

// What the step is told and prints it may also write to the files from which events are made.
void addSecrets(const pipeline::Command& command, const std::map<std::string, std::string>& values, const engine::Places& places,
                const Layout& layout, engine::Task& task)
{
    std::vector<std::string> secrets;
    for (const auto& [variable, name] : command.secrets) {
        task.variables.insert_or_assign(variable, values.at(name));
        secrets.push_back(values.at(name));
    }
    task.masks = platform::masksOf(secrets);
    task.masked = {places.outputsFile, places.metricsFile};
    if (!command.metrics.empty())
        task.masked.push_back(layout.inWorkspace(command.metrics));
    for (const std::string& report : command.reports)
        task.masked.push_back(layout.inWorkspace(report));
}

// Declared order; before the folders of the virtual environment, the interpreter and the login.
void putFirst(const std::vector<std::string>& folders, const Layout& layout, std::map<std::string, std::string>& variables)
{
    std::string path;
    for (const std::string& folder : folders)
        path += layout.inWorkspace(engine::normalisedPath(folder)) + ':';
    if (!path.empty())
        variables["PATH"] = path + variables["PATH"];
}

// Nobody has masked what a step wrote whose supervisor was killed.
void removeUnmasked(const Preparation& preparation)
{
    const engine::Places places = placesOf(preparation);
    std::error_code ignored;
    for (const std::string& file : {places.outputsFile, places.metricsFile})
        std::filesystem::remove(file, ignored);
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
    , m_environments(m_parts.layout.state)
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
    auto question = cacheQuestion(m_parts.view, *found.run, *found.instance, m_parts.layout.workspace, base,
                                  environmentQuestion(*found.run, *found.instance));
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
    equip(attempt, *result);
}

void Attempts::equip(const AttemptId& attempt, const Prepared& prepared)
{
    const Found found = find(m_parts.view, attempt);
    const std::set<std::string> names = secretNames(*found.command);
    const auto question = environmentQuestion(*found.run, *found.instance);
    if (names.empty() && !question)
        return equipped(attempt, prepared, Equipment{});
    const auto tell = [this, attempt, prepared](const Result<Equipment>& result) {
        m_parts.mailbox.post([this, attempt, prepared, result] { equipped(attempt, prepared, result); });
    };
    m_parts.waiters.run([this, attempt, names, question, tell, stop = flight(attempt).stop] {
        auto values = names.empty() ? std::map<std::string, std::string>() : m_parts.secrets({names.begin(), names.end()});
        if (!values)
            return tell(values.error());
        const Equipment equipment{std::move(*values), {}};
        if (!question)
            return tell(equipment);
        const auto spec = environmentSpec(*question);
        if (!spec)
            return tell(spec.error());
        m_environments.want(*spec, *question, stop, installing(attempt, question->requirements), [equipment, tell](const Result<Environment>& made) {
            tell(made ? Result<Equipment>({equipment.secrets, *made}) : made.error());
        });
    });
}

Environments::Progress Attempts::installing(const AttemptId& attempt, const std::string& requirements) const
{
    return [&mailbox = m_parts.mailbox, notice = m_parts.notice, attempt, requirements](const std::string& line, Duration since) {
        mailbox.post([notice, progress = session::EnvironmentProgress{attempt, requirements, line, since}] { notice(session::noticeOf(progress)); });
    };
}

// Asked with the variables that the step would have without it.
std::optional<EnvironmentQuestion> Attempts::environmentQuestion(const engine::Run& run, const engine::Instance& instance) const
{
    const auto& command = std::get<pipeline::Command>(run.step(instance).body);
    const pipeline::Venv& venv = command.environment.venv;
    if (venv.requirements.empty())
        return std::nullopt;
    const std::string& python = venv.python.empty() ? run.scopeOf(instance).plan->pipeline().defaults.python : venv.python;
    return EnvironmentQuestion{m_parts.layout.workspace, engine::normalisedPath(venv.requirements), python, m_parts.environment(command.pass, python)};
}

void Attempts::equipped(const AttemptId& attempt, const Prepared& prepared, const Result<Equipment>& equipment)
{
    if (*flight(attempt).stop)
        return refuse(attempt, {ErrorCode::cancelled, {"host.cancelled", {}}, {}});
    if (!equipment) {
        const Error& why = equipment.error();
        if (why.message.id == "host.environment_failed") // what the installer printed belongs into the log, not into the event
            return refuse(attempt, {why.code, why.message, {}}, why.detail);
        return refuse(attempt, why);
    }
    if (const auto handed = hand(attempt, prepared, *equipment); !handed)
        refuse(attempt, handed.error());
}

Result<void> Attempts::hand(const AttemptId& attempt, const Prepared& prepared, const Equipment& equipment)
{
    const Found found = find(m_parts.view, attempt);
    auto line = engine::commandLine(m_parts.view.workspace, *found.run, *found.instance, attempt.number, prepared.places);
    if (!line)
        return line.error();
    if (const auto written = writeParameters(prepared.places.parametersFile, line->parameters); !written)
        return written;
    const std::string folder = m_parts.layout.attemptFolder(attempt);
    if (!prepared.inputs.empty() || !prepared.code.empty() || !prepared.cache.is_null()) {
        if (const auto written = writeInputRecord(folder, {prepared.inputs, prepared.fileInputs, prepared.code, prepared.cache}); !written)
            return written;
    }
    engine::Task task;
    task.attempt = attempt;
    task.slot = m_parts.view.workspace.attempt(attempt)->slots.front();
    task.arguments = std::move(line->arguments);
    const std::string& named = found.command->python.empty() ? found.run->scopeOf(*found.instance).plan->pipeline().defaults.python : found.command->python;
    const std::string& venv = equipment.environment.folder;
    task.variables = m_parts.environment(found.command->pass, venv.empty() ? named : venv + "/bin/python");
    task.preface = equipment.environment.story;
    putFirst(found.command->environment.path, m_parts.layout, task.variables);
    for (auto& [name, value] : line->variables)
        task.variables.insert_or_assign(name, std::move(value));
    task.folder = found.command->folder.empty() ? m_parts.layout.workspace : m_parts.layout.inWorkspace(found.command->folder);
    task.attemptFolder = folder;
    task.timeout = found.command->timeout.value_or(Duration(0));
    task.memoryLimit = found.command->resources.memory;
    if (!found.command->secrets.empty())
        addSecrets(*found.command, equipment.secrets, prepared.places, m_parts.layout, task);
    Flight& current = flight(attempt);
    current.inputs = prepared.inputs;
    current.fileInputs = prepared.fileInputs;
    current.code = prepared.code;
    current.cache = prepared.cache;
    current.isKnown = true;
    current.isWithRunner = true;
    m_parts.runner.launch(task);
    return {};
}

void Attempts::refuse(const AttemptId& attempt, const Error& why, const std::string& log)
{
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    // What depends on others, such as a network or a keyring, may go well the next time: a retry is worth it.
    const bool mayPass = !log.empty() || why.code == ErrorCode::busy;
    ended.outcome.kind = why.code == ErrorCode::cancelled ? engine::OutcomeKind::cancelled
                         : mayPass                        ? engine::OutcomeKind::spawnError
                                                          : engine::OutcomeKind::refused;
    ended.outcome.why = why.message;
    ended.record = {{"detail", why.detail}};
    m_flights.erase(attempt);
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
    for (const AttemptId& attempt : begun)
        flight(attempt).isWithRunner = true;
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
        m_flights.erase(exited.attempt);
        m_parts.runner.forget(exited.attempt); // known already: the earlier owner died between commit and forget
        return;
    }
    Flight& current = flight(exited.attempt);
    if (exited.exit.outcome.kind == engine::OutcomeKind::lost && !found.command->secrets.empty())
        removeUnmasked(preparationOf(m_parts.layout, *found.run, *found.instance, exited.attempt.number, {}));
    Collection job{preparationOf(m_parts.layout, *found.run, *found.instance, exited.attempt.number, {}), exited.exit,
                   current.inputs, current.fileInputs, current.code, found.command->values, current.cache};
    auto work = [job, isKnown = current.isKnown, claims = attempt->claims, &artifacts = m_parts.artifacts,
                 &leftovers = m_parts.displaced.leftovers()]() mutable {
        if (!isKnown) {
            InputRecord record = readInputRecord(job.preparation.layout.attemptFolder(job.preparation.attempt));
            job.inputs = std::move(record.inputs);
            job.fileInputs = std::move(record.files);
            job.code = std::move(record.code);
            job.cache = std::move(record.cache);
        }
        const std::atomic<bool> never{false}; // what ended well is collected even when the run is being cancelled
        auto ended = collect(job, artifacts, never);
        rememberLeft(ended, claims, job.preparation.metrics, leftovers);
        return ended;
    };
    if (isQuick(job.preparation) && current.isKnown && found.command->inputs.empty())
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
        m_flights.erase(attempt);
        m_parts.runner.forget(attempt);
    };
    m_parts.tell(std::move(fact));
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
