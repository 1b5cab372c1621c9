// Test reports, which programs wrote that a step ran: within the limits, and the same in memory and in the files that keep them.
#include "core/tracking/test_report.h"
#include "tests/fuzz/target.h"

namespace penstock {

namespace {

using fuzz::must;
using namespace tracking;

void checkCase(const TestCase& each)
{
    for (const std::string* text : {&each.suite, &each.className, &each.name})
        must(text->size() <= longestTestName, "names are short");
    must(each.message.size() <= longestTestMessage && each.details.size() <= longestTestDetails, "messages and details are short");
    must(each.ms >= 0, "no case takes less than nothing");
    must(each.state != TestState::passed || (each.message.empty() && each.details.empty()), "who passed has nothing to say");
}

void check(const TestReport& report)
{
    must(report.cases.size() <= maximumTestCases, "there are so many cases and no more");
    must(report.suites <= report.cases.size(), "suites that hold cases");
    TestCounts counts;
    Json cases = Json::array();
    std::size_t details = 0;
    for (const TestCase& each : report.cases) {
        checkCase(each);
        counts.add(each);
        cases.push_back(toJson(each));
        details += each.details.size();
    }
    must(details <= mostTestDetails, "so much is kept of all and no more");
    must(counts.all() == report.cases.size(), "each case is counted once");
    must(testCountsFrom(toJson(counts)) == counts, "counts come back from JSON");
    const auto kept = parseJson(dumpJson(Json{{"cases", cases}}));
    must(kept && testCasesFrom(*kept) == report.cases, "cases come back from the file that keeps them");
}

} // namespace

} // namespace penstock

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    penstock::check(penstock::tracking::readTestReport(penstock::fuzz::textOf(data, size)));
    return 0;
}
