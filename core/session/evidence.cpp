#include "core/session/evidence.h"

#include <algorithm>
#include <set>

namespace penstock::session {

namespace {

std::optional<double> numberAt(const Json& object, const std::string& key)
{
    const Json& member = memberAt(object, key.c_str());
    return member.is_number() ? std::optional(member.get<double>()) : std::nullopt;
}

std::string shown(const Json& value) { return value.is_null() ? std::string() : value.is_string() ? value.get<std::string>() : dumpJson(value); }

std::set<std::string> keysOf(const Json& a, const Json& b)
{
    std::set<std::string> keys;
    for (const Json* object : {&a, &b}) {
        if (!object->is_object())
            continue;
        for (const auto& [key, value] : object->items())
            keys.insert(key);
    }
    return keys;
}

std::vector<MetricRow> metricRows(const Json& candidate, const Json& production)
{
    std::vector<MetricRow> rows;
    for (const std::string& name : keysOf(candidate, production)) {
        MetricRow row{name, tracking::guessDirection(name), numberAt(candidate, name), numberAt(production, name), std::nullopt, 0};
        if (row.candidate && row.production) {
            row.delta = *row.candidate - *row.production;
            row.better = tracking::verdict(row.direction, *row.candidate, *row.production);
        }
        rows.push_back(std::move(row));
    }
    // What has a known direction decides; the rest follows.
    std::stable_partition(rows.begin(), rows.end(), [](const MetricRow& row) { return row.direction != tracking::Direction::unknown; });
    return rows;
}

void addDifferences(std::vector<DifferenceRow>& rows, const char* what, const Json& before, const Json& after)
{
    for (const std::string& name : keysOf(before, after)) {
        DifferenceRow row{what, name, shown(memberAt(before, name.c_str())), shown(memberAt(after, name.c_str())), false};
        row.same = row.before == row.after;
        rows.push_back(std::move(row));
    }
}


Json commitOf(const Json& lineage)
{
    const std::string commit = textAt(lineage, "commit");
    return commit.empty() ? Json::object() : Json{{"commit", commit}};
}

// A lineage is what the engine's versionRequest() makes: {"inputs": {name: digest}, "code": {file: digest}, …}.
std::vector<DifferenceRow> differences(const Json& production, const Json& candidate)
{
    std::vector<DifferenceRow> rows;
    addDifferences(rows, "parameter", memberAt(production, "parameters"), memberAt(candidate, "parameters"));
    const Json& before = memberAt(production, "lineage");
    const Json& after = memberAt(candidate, "lineage");
    addDifferences(rows, "code", commitOf(before), commitOf(after));
    addDifferences(rows, "code", memberAt(before, "code"), memberAt(after, "code"));
    addDifferences(rows, "data", memberAt(before, "inputs"), memberAt(after, "inputs"));
    return rows;
}

std::vector<HistoryRow> historyOf(const registry::RegistryState& registry, const ModelLine& line)
{
    std::vector<HistoryRow> rows;
    if (const registry::Line* owner = registry.line(line)) {
        for (const auto& [minor, version] : owner->versions) {
            for (const registry::StageChange& change : version.history)
                rows.push_back({version.id, registry::name(change.to), change.person, change.comment, change.at});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HistoryRow& a, const HistoryRow& b) { return a.at > b.at; });
    return rows;
}

void addWarnings(Evidence& evidence, const engine::Run& run)
{
    evidence.codeChanges = codeChanges(run);
    if (!evidence.codeChanges.empty())
        evidence.warnings.push_back("evidence.code_changed");
    if (boolAt(run.source, "dirty"))
        evidence.warnings.push_back("evidence.code_not_committed");
}

Json number(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

} // namespace

Result<Evidence> evidenceOf(const View& view, const RequestId& id)
{
    const auto found = view.workspace.requests.find(id);
    if (found == view.workspace.requests.end())
        return Error{ErrorCode::notFound, {"session.unknown_request", {{"request", id.text()}}}, {}};
    const engine::Request& request = found->second;
    const Json& candidate = memberAt(request.subject, "candidate");
    const Json& production = memberAt(request.subject, "production");

    Evidence evidence;
    evidence.request = id;
    evidence.question = textAt(request.subject, "question");
    evidence.policy = textAt(request.subject, "policy");
    evidence.digest = request.digest.hex();
    evidence.candidate = VersionId::parse(textAt(candidate, "version"));
    evidence.production = VersionId::parse(textAt(production, "version"));
    evidence.candidateArtifact = textAt(candidate, "artifact");
    evidence.metrics = metricRows(memberAt(candidate, "metrics"), memberAt(production, "metrics"));
    evidence.differences = differences(production, candidate);
    evidence.approvers = request.approvers;
    evidence.expires = request.expires;
    if (evidence.candidate)
        evidence.history = historyOf(view.registry, evidence.candidate->line);
    if (const engine::Run* run = view.workspace.run(id.run))
        addWarnings(evidence, *run);
    return evidence;
}

Json toJson(const Evidence& evidence)
{
    Json metrics = Json::array();
    for (const MetricRow& row : evidence.metrics) {
        metrics.push_back({{"name", row.name}, {"candidate", number(row.candidate)}, {"production", number(row.production)},
                           {"delta", number(row.delta)}, {"better", row.better}});
    }
    Json changes = Json::array();
    for (const DifferenceRow& row : evidence.differences)
        changes.push_back({{"what", row.what}, {"name", row.name}, {"before", row.before}, {"after", row.after}, {"same", row.same}});
    Json history = Json::array();
    for (const HistoryRow& row : evidence.history) {
        history.push_back({{"version", row.version.text()}, {"stage", row.stage}, {"person", row.person}, {"comment", row.comment},
                           {"at", formatInstant(row.at)}});
    }
    return {{"request", evidence.request.text()},
            {"question", evidence.question},
            {"policy", {{"name", evidence.policy}, {"checked", evidence.policyChecked}}},
            {"digest", evidence.digest},
            {"candidate", evidence.candidate ? Json(evidence.candidate->text()) : Json(nullptr)},
            {"production", evidence.production ? Json(evidence.production->text()) : Json(nullptr)},
            {"artifact", evidence.candidateArtifact},
            {"metrics", metrics},
            {"changes", changes},
            {"history", history},
            {"warnings", evidence.warnings},
            {"codeChanged", toJson(evidence.codeChanges)},
            {"approvers", evidence.approvers},
            {"expires", evidence.expires ? Json(formatInstant(*evidence.expires)) : Json(nullptr)}};
}

} // namespace penstock::session
