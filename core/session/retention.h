// What retention lets go of, and which contents all the rest needs. Pure: from the view and the log alone.
//
// Kept is a run that has not ended, that ended not long ago, or that a registered version needs: the run that registered it,
// that made it, that moved it between stages. With a kept run those are kept whose successes it took, by resuming them or
// from the cache, because lineage and records lead there.
#pragma once

#include "core/registry/retention.h"
#include "core/session/view.h"

#include <set>
#include <string>
#include <vector>

namespace penstock::session {

// Runs that registered versions need, whatever their age.
std::set<RunId> runsOfVersions(const View& view);

// Only what is not removed yet; oldest first.
engine::RetentionBegan removalOf(const View& view, const registry::Retention& retention, Instant now);

// The contents that the log speaks of, those of removed runs excepted. Every digest that stands anywhere in an event counts,
// so that what a later version records is kept by this one as well: too much is kept rather than too little.
class Needs final {
public:
    explicit Needs(std::set<RunId> removed);

    void add(const engine::StoredEvent& event);
    const std::set<Digest>& digests() const { return m_digests; }
    std::set<Digest> take() { return std::move(m_digests); }

private:
    bool isOfRemoved(const engine::StoredEvent& event) const;
    void addAll(const Json& value);

    std::set<std::string> m_removed; // texts of runs
    std::set<Digest> m_digests;
};

// Runs of which retention removed everything (or, of the others, the logs) so far.
std::set<RunId> removedRuns(const View& view);
std::set<RunId> runsWithoutLogs(const View& view);

} // namespace penstock::session
