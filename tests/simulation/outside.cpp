#include "outside.h"

#include <algorithm>

namespace penstock::simulation {

using engine::OutcomeKind;

namespace {

std::string versionText(int minor) { return VersionId{{"m", 1}, minor}.text(); }

bool overlap(const std::string& a, const std::string& b)
{
    return a == b || a.starts_with(b + '/') || b.starts_with(a + '/');
}

} // namespace

void Outside::launch(const engine::WorkspaceState& state, const AttemptId& attempt)
{
    if (m_executions.contains(attempt))
        return;
    const engine::Attempt* planned = state.attempt(attempt);
    if (!planned)
        return complain(attempt.text() + " is launched but not planned");
    std::vector<std::string> claims;
    for (const std::string& path : planned->claims)
        claims.push_back(engine::claimKey(state.run(attempt.run)->checkout, path));
    for (const auto& [other, process] : m_running) {
        for (const std::string& path : claims) {
            if (std::ranges::any_of(process.claims, [&](const std::string& held) { return overlap(path, held); }))
                complain(attempt.text() + " and " + other.text() + " write " + path + " at once");
        }
        for (const int slot : planned->slots) {
            if (std::ranges::count(process.slots, slot) > 0)
                complain(attempt.text() + " and " + other.text() + " use one slot");
        }
    }
    ++m_executions[attempt];
    m_running[attempt] = {std::move(claims), planned->slots, false};
    say(engine::Started{attempt, 1});
}

void Outside::stop(const AttemptId& attempt)
{
    if (m_ended.contains(attempt))
        return;
    if (const auto process = m_running.find(attempt); process != m_running.end()) {
        process->second.stopped = true;
        return;
    }
    // It was never launched and now never will be.
    ++m_executions[attempt];
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome.kind = OutcomeKind::cancelled;
    m_ended[attempt] = ended;
    say(engine::Ended{ended});
}

void Outside::record(const RunId& run, const InstanceId& instance)
{
    const auto [version, fresh] = m_versions.try_emplace({run, instance}, m_lastMinor + 1);
    m_lastMinor += fresh;
    say(engine::Recorded{run, instance, std::nullopt, {{"version", versionText(version->second)}}});
}

void Outside::promote(const engine::WorkspaceState& state, const RunId& run, const InstanceId& instance)
{
    const engine::Run& owner = *state.run(run);
    const auto request = engine::promotionRequest(state, owner, *owner.find(instance));
    if (!request)
        return complain(run.text() + '/' + instance.text() + " promotes what it cannot name");
    const std::string now = m_production.empty() ? "" : VersionId::parse(m_production)->number();
    if (request->version.text() != m_production && now != request->expected) {
        const Error moved{ErrorCode::conflict, {"registry.production_moved", {}}, {}};
        return say(engine::Recorded{run, instance, moved, Json::object()});
    }
    if (request->version.text() != m_production) {
        m_production = request->version.text();
        ++m_moves;
        repeatProduction();
    }
    say(engine::Recorded{run, instance, std::nullopt, Json::object()});
}

void Outside::moveProductionByHand()
{
    m_production = m_lastMinor == 0 || m_dice.chance(20) ? "" : versionText(m_dice.between(1, m_lastMinor));
    ++m_moves;
    repeatProduction();
}

// The registry's facts are in the log in the order in which they happened: never overtaken, never doubled out of order.
void Outside::repeatProduction()
{
    std::erase_if(m_messages, [](const engine::Input& each) { return std::holds_alternative<engine::Production>(each); });
    say(engine::Production{{"m v1", facts()}});
}

Json Outside::facts() const
{
    if (m_production.empty())
        return {{"exists", false}};
    return {{"exists", true}, {"version", m_production}, {"metrics", Json::object()}, {"since", m_moves}};
}

void Outside::work()
{
    for (auto file = m_watched.begin(); file != m_watched.end();) {
        if (m_dice.chance(30)) {
            say(engine::Arrived{file->first, file->second});
            file = m_watched.erase(file);
        } else {
            ++file;
        }
    }
    for (auto process = m_running.begin(); process != m_running.end();) {
        if (m_dice.chance(process->second.stopped ? 60 : 25)) {
            end(process->first, process->second);
            process = m_running.erase(process);
        } else {
            ++process;
        }
    }
}

void Outside::end(const AttemptId& attempt, const Process& process)
{
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome = outcome(process.stopped);
    if (ended.outcome.kind == OutcomeKind::succeeded) {
        ended.outputs["out"] = {sha256(attempt.text()), ArtifactShape::file, 1};
        ended.values = {{"n", m_dice.between(0, 9)}};
    }
    m_ended[attempt] = ended;
    say(engine::Ended{ended});
}

engine::Outcome Outside::outcome(bool stopped)
{
    const int luck = m_dice.between(0, 99);
    if (stopped && luck < 80)
        return {OutcomeKind::cancelled, 0, 15, {}};
    if (luck < 78)
        return {};
    if (luck < 88)
        return {OutcomeKind::exited, m_dice.between(1, 3), 0, {}};
    if (luck < 92)
        return {OutcomeKind::timeout, 0, 0, {}};
    if (luck < 96)
        return {OutcomeKind::lost, 0, 0, {}};
    return {OutcomeKind::signaled, 0, 9, {}};
}

bool Outside::recover(const AttemptId& attempt)
{
    if (const auto ended = m_ended.find(attempt); ended != m_ended.end())
        say(engine::Ended{ended->second});
    else if (m_running.contains(attempt))
        say(engine::Started{attempt, 1});
    else
        return false;
    return true;
}

engine::Input Outside::takeMessage()
{
    const auto at = m_messages.begin() + static_cast<std::ptrdiff_t>(m_dice.below(m_messages.size()));
    engine::Input message = *at;
    m_messages.erase(at);
    if (!std::holds_alternative<engine::Production>(message))
        m_delivered.push_back(message);
    return message;
}

std::optional<engine::Input> Outside::oldMessage()
{
    return m_delivered.empty() ? std::nullopt : std::optional(m_dice.one(m_delivered));
}

std::optional<AttemptId> Outside::runningWhere(const std::function<bool(const RunId&)>& holds) const
{
    for (const auto& [attempt, process] : m_running) {
        if (holds(attempt.run))
            return attempt;
    }
    return std::nullopt;
}

int Outside::executions(const AttemptId& attempt) const
{
    const auto found = m_executions.find(attempt);
    return found == m_executions.end() ? 0 : found->second;
}

void Outside::complain(const std::string& what)
{
    if (m_trouble.empty())
        m_trouble = what;
}

} // namespace penstock::simulation
