#include "core/session/test_results.h"

#include "core/engine/json_fields.h"
#include "core/engine/resume.h"

#include <algorithm>

namespace penstock::session {

std::optional<TestResults> testResultsIn(const Json& record)
{
    const Json& tests = memberAt(record, "tests");
    if (!tests.is_object())
        return std::nullopt;
    TestResults results;
    results.counts = tracking::testCountsFrom(tests);
    results.suites = static_cast<std::size_t>(std::max<std::int64_t>(0, integerAt(tests, "suites")));
    results.cases = engine::artifactFrom(memberAt(tests, "cases"));
    for (const Json& report : memberAt(tests, "reports"))
        results.reports.push_back({textAt(report, "path"), engine::artifactFrom(memberAt(report, "artifact")),
                                   engine::messageFrom(memberAt(report, "problem"))});
    return results;
}

std::optional<TestResults> testResultsOf(const View& view, const engine::Run& run, const engine::Instance& instance)
{
    const auto origin = engine::originOf(view.workspace, run, instance);
    return origin.instance->attempts.empty() ? std::nullopt : testResultsIn(origin.instance->attempts.back().record.json());
}

} // namespace penstock::session
