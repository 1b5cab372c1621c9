// Which files of a workspace are the code of a step, for the cache (docs/formats.md, "Cache").
#pragma once

#include "core/base/result.h"
#include "core/host/git.h"

#include <atomic>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::host {

// What git does not ignore, below a workspace, relative to it: tracked and new files, those of nested repositories too.
// Nothing where the workspace lies in no repository, or is itself ignored by the one around it.
class GitListing final {
public:
    std::optional<std::set<std::string>> files(const std::string& workspace) const; // thread-safe

private:
    git::Library m_library;
};

struct CodeQuestion {
    std::string workspace;                           // absolute, canonical
    std::optional<std::vector<std::string>> globs;   // `code` of the step
    std::vector<std::string> named;                  // what its command names, looked at in any case
    std::vector<std::string> without;                // declared outputs and own inputs: these are no code
};

// Sorted. With `globs`: what they name. Without: what git does not ignore or, where there is no git, every file outside of
// folders that tools keep for themselves; in both cases neither pipelines, penstock.yaml nor what Python compiled.
// Errors: unsupported when that is too much to be code, and should be named; cancelled.
Result<std::vector<std::string>> codeListing(const CodeQuestion& question, const GitListing& git, const std::atomic<bool>& stop);

} // namespace penstock::host
