// The code of a command step, as far as its command line names it: `train.py` of `[python3, train.py]`. What a script imports is
// not seen here: the cache looks at more (code_listing.h).
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/json.h"
#include "core/pipeline/command.h"

#include <map>
#include <string>
#include <vector>

namespace penstock::host {

// Words of the command that could be files of the workspace; which of them are is found out by digestCode().
std::vector<std::string> codeFiles(const pipeline::Command& command);
std::map<std::string, Digest> digestCode(const std::string& workspace, const std::vector<std::string>& files, ArtifactStore& artifacts,
                                         const std::atomic<bool>& stop);
std::string digestOf(const std::map<std::string, Digest>& code); // hex, of all together
Json toJson(const std::map<std::string, Digest>& code);
// {"inputs": {name: hex}, "code": {file: hex}, "codeAtStart": hex}: what an attempt read, for its record.
Json inputsRecord(const std::map<std::string, ArtifactRef>& inputs, const std::map<std::string, Digest>& code);

} // namespace penstock::host
