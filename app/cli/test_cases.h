// The tests that a step reported, for people and as JSON.
#pragma once

#include "app/cli/console.h"
#include "app/cli/workspace.h"
#include "core/session/test_results.h"

namespace penstock::cli {

// "2 failed, 40 passed"; empty when there are none.
QString countsText(const tracking::TestCounts& counts);

// Those of one step from the store, what needs a look first. Errors: notFound (removed by now), corrupt, io.
Result<std::vector<tracking::TestCase>> readTestCases(const Workspace& workspace, const session::TestResults& results);
void tellTests(Console& console, const Workspace& workspace, const session::TestResults& results);
// testsJson() with all cases; `cases` is null where they are not kept any more.
Json wholeTestsJson(const Workspace& workspace, const session::TestResults& results);

} // namespace penstock::cli
