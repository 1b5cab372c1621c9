// The tests that a step's newest attempt reported, wherever that was executed: a step that was taken from the cache has the tests of
// who made it, one that was reused those of the run that is continued.
#pragma once

#include "core/session/view.h"
#include "core/tracking/test_report.h"

#include <vector>

namespace penstock::session {

struct ReportFile {
    std::string path;                    // as declared
    std::optional<ArtifactRef> artifact; // absent: it was not produced
    Message problem;                     // empty: none
};

struct TestResults {
    tracking::TestCounts counts;
    std::size_t suites = 0;
    std::optional<ArtifactRef> cases; // {"cases": […]}: tracking::testCasesFrom()
    std::vector<ReportFile> reports;
};

// Of one attempt's record. Nothing: its step declares no reports.
std::optional<TestResults> testResultsIn(const Json& record);
std::optional<TestResults> testResultsOf(const View& view, const engine::Run& run, const engine::Instance& instance);

} // namespace penstock::session
