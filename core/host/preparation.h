// Makes the world ready for one attempt: inputs where it reads them, nothing where it writes. Runs on a worker.
#pragma once

#include "core/base/artifact_store.h"
#include "core/engine/checkout.h"
#include "core/engine/command_line.h"
#include "core/host/code_listing.h"
#include "core/host/environment_spec.h"
#include "core/host/layout.h"
#include "core/store/displaced.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace penstock::host {

// How the key of an attempt is found (caching.h).
struct CacheQuestion {
    Json recipe;       // without inputs and code
    bool takes = true; // what an earlier attempt made may be taken
    Message why;       // why not
    CodeQuestion code;
    std::optional<EnvironmentQuestion> environment;
};

// What must be ready, taken from the state when the attempt was planned; a value, so that a worker needs no lock.
struct Preparation {
    AttemptId attempt;
    Layout layout;
    std::vector<engine::InputSource> inputs;
    pipeline::Named<pipeline::Output> outputs;
    std::vector<std::string> code; // files that the command names, relative
    std::string metrics; // declared path, relative; empty: none
    std::vector<std::string> reports; // declared paths, relative
    Instant plannedAt{}; // names the folder of what is moved aside
    std::shared_ptr<const CacheQuestion> cache = {}; // null: neither kept nor taken
    std::optional<engine::Checkout> checkout = {};   // where it works; `layout` is that of the checkout then
};

struct Prepared {
    engine::Places places;
    std::map<std::string, ArtifactRef> inputs;      // digests of everything the attempt reads
    std::map<std::string, std::string> fileInputs;  // name -> absolute path, looked at again when it ends
    std::map<std::string, Digest> code;             // file -> digest
    Json cache;                                     // for its record; null when it has no key
};

Preparation preparationOf(const Layout& layout, const engine::Run& run, const engine::Instance& instance, int attempt,
                          std::vector<engine::InputSource> inputs);

// How far the reading of an input is: its path relative to the workspace, and bytes (see base/artifact_store.h).
using ReadProgress = std::function<void(const std::string& path, std::uint64_t done, std::uint64_t total)>;

// Errors: notFound (an input file is missing), conflict (a file that people changed stands where an input belongs), full, io,
// cancelled. Nothing that people made is overwritten: what stands at an output path and is not stored is moved aside.
Result<Prepared> prepare(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced,
                         const ReadProgress& progress, const std::atomic<bool>& stop);

// The two halves of prepare(), for an attempt that may be taken from the cache: nothing is cleared before that is known.
Result<Prepared> prepareInputs(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced,
                               const ReadProgress& progress, const std::atomic<bool>& stop);
Result<void> clearOutputs(const Preparation& preparation, store::Displaced& displaced, const std::atomic<bool>& stop);

// Paths of one attempt, also when its owner died after preparing it.
engine::Places placesOf(const Preparation& preparation);

} // namespace penstock::host
