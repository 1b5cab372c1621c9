// What a run says about its code: the commit, what was not committed, what changed meanwhile, and what came of making it again.
#pragma once

#include "app/cli/console.h"
#include "core/session/code_changes.h"
#include "core/session/reproduction.h"

namespace penstock::cli {

QString codeText(const engine::Run& run);     // "4f2a91c03b on main, 2 files not committed"; empty: not known
QString checkoutText(const engine::Run& run); // "v1.0, in a clean checkout"; empty: it works in the workspace
QString changeText(const session::CodeChange& change);
void tellCodeWarnings(Console& console, const engine::Run& run);
void tellReproduction(Console& console, const session::Reproduction& reproduction);

} // namespace penstock::cli
