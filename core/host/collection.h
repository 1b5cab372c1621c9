// Takes in what an attempt left: outputs into the store, values, metrics, test reports. Runs on a worker.
#pragma once

#include "core/base/artifact_store.h"
#include "core/engine/event.h"
#include "core/engine/runner.h"
#include "core/host/preparation.h"
#include "core/host/tracker.h"

namespace penstock::host {

struct Collection {
    Preparation preparation;
    engine::Exit exit;
    std::map<std::string, ArtifactRef> inputs;     // as digested before it began; empty after a recovery
    std::map<std::string, std::string> fileInputs;
    std::map<std::string, Digest> code;
    pipeline::Named<pipeline::ValueDeclaration> values;
    Json cache = {}; // what preparation said of it; null: it has no key
    bool ownTracking = false; // it logged to a server of the person's choice
    Result<FinalMetrics> logged = FinalMetrics{}; // by the script while it ran
};

// Always yields an end: where collecting fails, the outcome is notCollected and says what is missing or wrong.
engine::AttemptEnded collect(const Collection& collection, ArtifactStore& artifacts, const std::atomic<bool>& stop);

} // namespace penstock::host
