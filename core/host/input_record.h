#pragma once

#include "core/base/artifact_store.h"
#include "core/base/json.h"

#include <map>
#include <string>

namespace penstock::host {

// What an attempt was given, kept as inputs.json in its folder, so that an owner that adopts it can still say whether
// something changed meanwhile.
struct InputRecord {
    std::map<std::string, ArtifactRef> inputs;
    std::map<std::string, std::string> files; // name -> absolute path of those that are files of the workspace
    std::map<std::string, Digest> code;
    Json cache = {}; // null: it has no key
    bool ownTracking = false; // the person set MLFLOW_TRACKING_URI
};

Result<void> writeInputRecord(const std::string& attemptFolder, const InputRecord& record);
InputRecord readInputRecord(const std::string& attemptFolder); // empty when there is none that can be read

} // namespace penstock::host
