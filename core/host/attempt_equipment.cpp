// What an attempt gets last before it is executed, and how it is handed to the runner.
#include "core/host/attempts.h"

#include "core/engine/retry.h"
#include "core/host/found_attempt.h"
#include "core/host/input_record.h"
#include "core/platform/secret_masks.h"

#include <fstream>
#include <set>

namespace penstock::host {

namespace {

std::set<std::string> secretNames(const pipeline::Command& command)
{
    std::set<std::string> names;
    for (const auto& [variable, name] : command.secrets)
        names.insert(name);
    return names;
}

std::vector<std::string> masksFor(const pipeline::Command& command, const std::map<std::string, std::string>& values)
{
    std::vector<std::string> secrets;
    for (const auto& [variable, name] : command.secrets)
        secrets.push_back(values.at(name));
    return platform::masksOf(secrets);
}

// What the step is told and prints it may also write to the files from which events are made.
void addSecrets(const pipeline::Command& command, const std::map<std::string, std::string>& values, const engine::Places& places,
                const Layout& layout, engine::Task& task)
{
    for (const auto& [variable, name] : command.secrets)
        task.variables.insert_or_assign(variable, values.at(name));
    task.masks = masksFor(command, values);
    task.masked = {places.outputsFile};
    task.maskedInPlace = {places.metricsFile};
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

// A proxy of the person's must not be asked for an address of this machine.
void passByProxies(std::map<std::string, std::string>& variables)
{
    if (!variables.contains("http_proxy") && !variables.contains("HTTP_PROXY"))
        return;
    std::string known = variables["no_proxy"]; // where both are set, clients take this one
    if (known.empty())
        known = variables["NO_PROXY"];
    variables["no_proxy"] = variables["NO_PROXY"] = known.empty() ? "127.0.0.1" : known + ",127.0.0.1";
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

void Attempts::equip(const AttemptId& attempt, const Prepared& prepared)
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
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
    return EnvironmentQuestion{layoutOf(m_parts.layout, run).workspace, engine::normalisedPath(venv.requirements), python, m_parts.environment(command.pass, python)};
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
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
    if (const auto deadline = engine::deadlineOf(*found.run, *found.instance); deadline && *deadline <= m_parts.clock.wall())
        return endUnbegun(attempt, {engine::OutcomeKind::timeout, 0, 0, {}});
    if (const auto handed = hand(attempt, prepared, *equipment); !handed)
        refuse(attempt, handed.error());
}

Result<void> Attempts::hand(const AttemptId& attempt, const Prepared& prepared, const Equipment& equipment)
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
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
    const Layout layout = layoutOf(m_parts.layout, *found.run);
    const std::string& named = found.command->python.empty() ? found.run->scopeOf(*found.instance).plan->pipeline().defaults.python : found.command->python;
    const std::string& venv = equipment.environment.folder;
    task.variables = m_parts.environment(found.command->pass, venv.empty() ? named : venv + "/bin/python");
    task.preface = equipment.environment.story;
    putFirst(found.command->environment.path, layout, task.variables);
    for (auto& [name, value] : line->variables)
        task.variables.insert_or_assign(name, std::move(value));
    task.folder = found.command->folder.empty() ? layout.workspace : layout.inWorkspace(found.command->folder);
    task.attemptFolder = folder;
    task.timeout = engine::timeLimit(*found.run, *found.instance, m_parts.clock.wall());
    task.grace = graceOf(found.command);
    task.memoryLimit = found.command->resources.memory;
    if (!found.command->secrets.empty())
        addSecrets(*found.command, equipment.secrets, prepared.places, layout, task);
    const bool ownTracking = !tellWhereToLog(task);
    if (!prepared.inputs.empty() || !prepared.code.empty() || !prepared.cache.is_null() || ownTracking) {
        if (const auto written = writeInputRecord(folder, {prepared.inputs, prepared.fileInputs, prepared.code, prepared.cache, ownTracking}); !written)
            return written;
    }
    follow(attempt, prepared.places.metricsFile, LoggedMasks(masksFor(*found.command, equipment.secrets)));
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

// An earlier owner launched it, and its secrets went with that one.
void Attempts::followAgain(const AttemptId& attempt)
{
    const FoundAttempt found = findAttempt(m_parts.view, attempt);
    const std::string file = m_parts.layout.metricsFile(attempt);
    if (!m_parts.tracker || !found.command || found.command->secrets.empty())
        return follow(attempt, file);
    m_parts.tracker->hold(attempt, file);
    const std::set<std::string> names = secretNames(*found.command);
    m_parts.waiters.run([this, attempt, file, names, command = *found.command] {
        const auto values = m_parts.secrets({names.begin(), names.end()});
        if (!values)
            return; // what it logs waits for its end, when the file is masked
        m_parts.mailbox.post([this, attempt, file, masks = masksFor(command, *values)] {
            if (m_flights.contains(attempt))
                follow(attempt, file, LoggedMasks(masks));
        });
    });
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
        passByProxies(task.variables);
    }
    return true;
}

} // namespace penstock::host
