#pragma once

#include "app/cli/workspace.h"
#include "core/remote/connection.h"
#include "core/session/command.h"

namespace penstock::cli {

// Gives a command to the workspace's owner, starting one if need be, and waits for the durable answer. Runs an event
// loop.
Result<Json> give(remote::Connection& connection, session::Command command);

// One command on a connection of its own.
Result<Json> give(const Workspace& workspace, const std::string& program, session::Command command);

} // namespace penstock::cli
