#include "core/session/retention.h"

#include "core/engine/event_json.h"

#include <algorithm>

namespace penstock::session {

namespace {

void addText(const std::string& text, std::set<RunId>& runs)
{
    if (const auto run = RunId::parse(text))
        runs.insert(*run);
}

// Those whose successes a run took.
std::set<RunId> takenFrom(const engine::Run& run)
{
    std::set<RunId> runs;
    addText(run.resumedFrom, runs);
    for (const engine::Instance& instance : run.instances) {
        for (const engine::Attempt& attempt : instance.attempts)
            addText(textAt(memberAt(attempt.record.json(), "cache"), "run"), runs);
    }
    return runs;
}

std::set<RunId> withOrigins(const View& view, const std::set<RunId>& runs)
{
    std::set<RunId> reached;
    std::vector<RunId> open(runs.begin(), runs.end());
    while (!open.empty()) {
        const RunId id = open.back();
        open.pop_back();
        const engine::Run* run = view.workspace.run(id);
        if (!run || !reached.insert(id).second)
            continue;
        for (const RunId& before : takenFrom(*run))
            open.push_back(before);
    }
    return reached;
}

bool isOlder(const engine::Run& run, const std::optional<Duration>& age, Instant now)
{
    return age && engine::isEnd(run.state) && now - run.endedAt >= *age;
}

} // namespace

std::set<RunId> runsOfVersions(const View& view)
{
    std::set<RunId> runs;
    for (const auto& [id, line] : view.registry.lines) {
        for (const auto& [minor, version] : line.versions) {
            addText(version.run, runs);
            addText(textAt(version.lineage, "run"), runs);
            for (const registry::StageChange& change : version.history)
                addText(change.run, runs);
        }
    }
    return withOrigins(view, runs);
}

engine::RetentionBegan removalOf(const View& view, const registry::Retention& retention, Instant now)
{
    const std::set<RunId> ofVersions = runsOfVersions(view);
    std::set<RunId> kept = ofVersions;
    for (const auto& [id, run] : view.workspace.runs) {
        if (!isOlder(run, retention.runs, now))
            kept.insert(id);
    }
    kept = withOrigins(view, kept);
    engine::RetentionBegan removal;
    std::vector<const engine::Run*> oldestFirst;
    for (const auto& [id, run] : view.workspace.runs)
        oldestFirst.push_back(&run);
    std::ranges::sort(oldestFirst, {}, [](const engine::Run* run) { return run->id.number; });
    for (const engine::Run* run : oldestFirst) {
        if (run->isRemoved())
            continue;
        if (!kept.contains(run->id))
            removal.runs.push_back(run->id);
        else if (run->hasLogs() && isOlder(*run, retention.logs, now) && !ofVersions.contains(run->id))
            removal.logs.push_back(run->id);
    }
    return removal;
}

Needs::Needs(std::set<RunId> removed)
{
    for (const RunId& run : removed)
        m_removed.insert(run.text());
}

void Needs::add(const engine::StoredEvent& event)
{
    if (!isOfRemoved(event))
        addAll(event.payload);
}

// What the registry says of a run stays needed: it speaks of versions.
bool Needs::isOfRemoved(const engine::StoredEvent& event) const
{
    if (m_removed.empty() || !engine::isEngineType(event.type))
        return false;
    for (const char* key : {"run", "attempt", "request"}) {
        const std::string subject = textAt(event.payload, key);
        if (!subject.empty())
            return m_removed.contains(subject.substr(0, subject.find('/')));
    }
    return false;
}

// The depth of what the log holds is bounded where it is written and read.
void Needs::addAll(const Json& value)
{
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        if (text.size() != 64)
            return;
        if (const auto digest = Digest::parse(text))
            m_digests.insert(*digest);
        return;
    }
    if (!value.is_structured())
        return;
    for (const auto& [key, member] : value.items()) {
        addAll(member);
        if (const auto digest = key.size() == 64 ? Digest::parse(key) : std::nullopt)
            m_digests.insert(*digest);
    }
}

std::set<RunId> removedRuns(const View& view)
{
    std::set<RunId> runs;
    for (const auto& [id, run] : view.workspace.runs) {
        if (run.isRemoved())
            runs.insert(id);
    }
    return runs;
}

std::set<RunId> runsWithoutLogs(const View& view)
{
    std::set<RunId> runs;
    for (const auto& [id, run] : view.workspace.runs) {
        if (!run.isRemoved() && !run.hasLogs())
            runs.insert(id);
    }
    return runs;
}

} // namespace penstock::session
