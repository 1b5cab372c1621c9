// What the log says, read from its file; no owner is needed, and none is started.
#pragma once

#include "app/cli/workspace.h"
#include "core/session/view.h"

namespace penstock::cli {

// A workspace without a log has an empty view. Errors: corrupt, denied, io, busy.
Result<session::View> readView(const Workspace& workspace);
// What came after a place in the log. Errors as above.
Result<std::vector<engine::StoredEvent>> readEvents(const Workspace& workspace, Seq after);

// What most commands begin with: the workspace they are about, and all that its log says.
struct Reading {
    Workspace workspace;
    session::View view;
};
// Errors: those of findWorkspace() and readView().
Result<Reading> readWorkspace(const Arguments& arguments);

// The same with the run that the first operand names; `run` is in the view.
struct RunReading {
    Workspace workspace;
    session::View view;
    const engine::Run* run = nullptr;
};
// Errors: those of readWorkspace() and findRun().
Result<RunReading> readRun(const Arguments& arguments);

// Errors: invalid (no run's id); notFound, with the runs there are.
Result<const engine::Run*> findRun(const session::View& view, const std::string& typed);
// "train", "train~2", "sweep[3]": the newest iteration where none is given. Errors: notFound with the steps there are.
Result<const engine::Instance*> findInstance(const engine::Run& run, const std::string& typed);
// "digits-42/ask"; or just the run, where exactly one of its requests is open. Errors: notFound, invalid.
Result<const engine::Request*> findRequest(const session::View& view, const std::string& typed);
std::vector<const engine::Request*> openRequests(const session::View& view, const RunId* ofRun = nullptr);

} // namespace penstock::cli
