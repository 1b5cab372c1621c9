// Runs, steps, requests and models as `--json` prints them (docs/formats.md).
#pragma once

#include "app/cli/workspace.h"
#include "core/session/test_results.h"
#include "core/session/view.h"

namespace penstock::cli {

Json messageJson(const Message& message); // with its sentence; null when there is none
Json runJson(const session::View& view, const engine::Run& run);
Json stepJson(const Workspace& workspace, const session::View& view, const engine::Run& run,
              const engine::Instance& instance);
Json testsJson(const session::TestResults& results); // without the cases
Json lineJson(const registry::Line& line);

} // namespace penstock::cli
