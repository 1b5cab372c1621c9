#pragma once

#include "app/cli/command.h"
#include "core/remote/connection.h"

#include <string>

namespace penstock::cli {

struct Workspace {
    std::string path; // canonical

    // Asked anew each time: the first run makes it. Empty before that. Errors: those of store::findStateFolder().
    Result<std::string> stateFolder() const;
    remote::Connection::Place place(const std::string& program) const;
};

// `--workspace DIR`, else the nearest folder from here upwards with `pipelines/` or `.penstock`. Errors: notFound,
// invalid.
Result<Workspace> findWorkspace(const Arguments& arguments);
// The folder itself is the workspace, whatever is in it.
Result<Workspace> workspaceAt(const std::string& folder);

// A file as typed (a pipeline's name, or relative to here or to the workspace) as a path relative to the workspace.
// Errors: notFound; invalid when it lies outside.
Result<std::string> pipelineFile(const Workspace& workspace, const std::string& typed);
// The same for a file that may be in another revision only: a name is that of `pipelines/NAME.pipeline.yaml`.
// Errors: invalid when it lies outside.
Result<std::string> pipelineFileAtRevision(const Workspace& workspace, const std::string& typed);

} // namespace penstock::cli
