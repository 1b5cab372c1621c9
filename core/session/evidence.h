// Everything shown beside the approve button, computed from the view alone.
#pragma once

#include "core/session/code_changes.h"
#include "core/session/view.h"
#include "core/tracking/direction.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::session {

struct MetricRow {
    std::string name;
    tracking::Direction direction = tracking::Direction::unknown;
    std::optional<double> candidate, production, delta; // delta = candidate - production
    int better = 0;                                     // 1 better, -1 worse, 0 equal or not known
};

struct DifferenceRow {
    std::string what; // "parameter", "code", "data"
    std::string name;
    std::string before, after; // empty: absent; digests are shortened by who shows them
    bool same = false;
};

struct HistoryRow {
    VersionId version;
    std::string stage, person, comment;
    Instant at{};
};

struct Evidence {
    RequestId request;
    std::string question, policy, digest; // hex: what an approval is bound to
    std::optional<VersionId> candidate, production;
    std::string candidateArtifact; // hex
    std::vector<MetricRow> metrics;
    std::vector<DifferenceRow> differences;
    std::vector<HistoryRow> history; // newest first
    std::vector<std::string> warnings; // text ids: "evidence.code_changed" …
    std::vector<CodeChange> codeChanges; // why the first of them is there
    std::vector<std::string> approvers;
    std::optional<Instant> expires;
    bool policyChecked = false; // policies are shown as "not checked" until they can be
};

// Errors: notFound.
Result<Evidence> evidenceOf(const View& view, const RequestId& request);
Json toJson(const Evidence& evidence);

} // namespace penstock::session
