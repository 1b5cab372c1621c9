// The cache in the way of an attempt: its key is found, and either what an earlier attempt made is put in place, or it is
// said what differs from the newest one. The slow parts run on workers; values go in and out.
//
// The record of an attempt that has a key says {"cache": {hit, key, parts, …}} (docs/formats.md): the log is the cache's index.
#pragma once

#include "core/engine/cache_policy.h"
#include "core/engine/event.h"
#include "core/host/code_listing.h"
#include "core/host/preparation.h"
#include "core/session/view.h"

namespace penstock::host {

// Null where the policy keeps nothing. Errors: those of recipeOf(). `base` is the environment that the step starts from.
Result<std::shared_ptr<const CacheQuestion>> cacheQuestion(const session::View& view, const engine::Run& run, const engine::Instance& instance,
                                                           const std::string& workspace, const std::map<std::string, std::string>& base,
                                                           std::optional<EnvironmentQuestion> environment = {});

struct Keyed {
    Json recipe;     // whole
    std::string key; // hex; empty: none
    Message why;     // there is none: too many files
};

// What an earlier attempt made, from the state.
struct Earlier {
    AttemptId attempt;
    Json cache; // its record
    std::map<std::string, ArtifactRef> outputs;
    Json values = Json::object();
    Json metrics = Json::object();
    Json tests = {}; // its record
};
std::optional<Earlier> earlierOf(const session::View& view, const std::optional<AttemptId>& attempt);

// Which code the first attempt of a run saw that looked at all of it: an artifact, {file: digest}.
struct CodeSeen {
    AttemptId attempt;
    Digest digest;
};
std::optional<CodeSeen> codeSeen(const AttemptId& attempt, const Json& record); // nothing when it did not look

// The two halves of the way of an attempt that has a cache question, both on workers; between them the owner's thread looks
// into its index. Errors: those of prepare().
struct Measured {
    Prepared prepared;
    Keyed keyed;
};
Result<Measured> measure(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced, const GitListing& git,
                         const ReadProgress& progress, const std::atomic<bool>& stop);
struct Settled {
    Prepared prepared;
    std::optional<engine::AttemptEnded> hit; // nothing is left to execute
};
struct Known {
    std::optional<Earlier> same;   // has the key
    std::optional<Earlier> newest; // what a miss is explained against
    std::optional<CodeSeen> seen;  // what the code of the run is compared with
};
// Done again after a crash it comes to the same.
Result<Settled> settle(const Preparation& preparation, Measured measured, const Known& known, ArtifactStore& artifacts,
                       store::Displaced& displaced, const std::atomic<bool>& stop);

// Files that the key names and that are others now, at most twenty; nothing when it cannot be said.
std::optional<std::vector<std::string>> changedCode(const Json& cache, const std::string& workspace, ArtifactStore& artifacts,
                                                    const std::atomic<bool>& stop);

} // namespace penstock::host
