#include "core/engine/path_conflict.h"

#include <algorithm>

namespace penstock::engine {

namespace {

bool covers(const std::string& outer, const std::string& inner)
{
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

bool overlap(const std::string& one, const std::string& other) { return covers(one, other) || covers(other, one); }

bool isElsewhere(const Run& one, const Run& other)
{
    return (one.checkout ? one.checkout->name : std::string()) != (other.checkout ? other.checkout->name : std::string());
}

// Content that an attempt of `reader` found at a path is in the way of who writes there, and of who wants other content there.
const std::string* disturbed(const Run& reader, std::size_t scope, const ReadPath& read, const Run& run, const Instance& instance)
{
    const PlannedStep& step = run.planned(instance);
    for (const std::string& claim : step.claims) {
        if (overlap(claim, read.path))
            return &claim;
    }
    for (const ReadPath& wanted : step.reads) {
        const bool same = reader.id == run.id && scope == instance.scope && wanted.producer == read.producer;
        if (!same && overlap(wanted.path, read.path))
            return &wanted.path;
    }
    return nullptr;
}

} // namespace

std::optional<PathConflict> pathConflict(const WorkspaceState& state, const Run& run, const Instance& candidate)
{
    const PlannedStep& step = run.planned(candidate);
    for (const std::string& path : step.claims) {
        if (const AttemptId* holder = claimedBy(state, claimKey(run.checkout, path)))
            return PathConflict{path, *holder};
    }
    for (const ReadPath& read : step.reads) {
        if (const AttemptId* holder = claimedBy(state, claimKey(run.checkout, read.path)))
            return PathConflict{read.path, *holder};
    }
    if (step.claims.empty() && step.reads.empty())
        return std::nullopt;
    for (const auto& [slot, attempt] : state.occupied) {
        const Run* other = state.run(attempt.run);
        const Instance* instance = other ? other->find(attempt.instance) : nullptr;
        if (!instance || isElsewhere(run, *other))
            continue;
        for (const ReadPath& read : other->planned(*instance).reads) {
            if (const std::string* path = disturbed(*other, instance->scope, read, run, candidate))
                return PathConflict{*path, attempt};
        }
    }
    return std::nullopt;
}

} // namespace penstock::engine
