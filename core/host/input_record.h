#pragma once

#include "core/base/artifact_store.h"

#include <map>
#include <string>

namespace penstock::host {

// inputs.json of an attempt: what it was given, so that an owner that adopts it can still say whether a file changed meanwhile.
Result<void> writeInputRecord(const std::string& attemptFolder, const std::map<std::string, ArtifactRef>& inputs,
                              const std::map<std::string, std::string>& fileInputs);
// Leaves both maps empty when there is no (readable) record.
void readInputRecord(const std::string& attemptFolder, std::map<std::string, ArtifactRef>& inputs,
                     std::map<std::string, std::string>& fileInputs);

} // namespace penstock::host
