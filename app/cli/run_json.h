// Runs, steps, requests and models as `--json` prints them (docs/formats.md).
#pragma once

#include "app/cli/workspace.h"
#include "core/session/view.h"

namespace penstock::cli {

Json runJson(const session::View& view, const engine::Run& run);
Json stepJson(const Workspace& workspace, const session::View& view, const engine::Run& run,
              const engine::Instance& instance);
Json lineJson(const registry::Line& line);

} // namespace penstock::cli
