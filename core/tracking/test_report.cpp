#include "core/tracking/test_report.h"

#include "core/tracking/test_report_parser.h"

namespace penstock::tracking {

namespace {

constexpr std::array<const char*, testStates.size()> stateNames{"failed", "errored", "skipped", "passed"};

std::size_t countAt(const Json& json, const char* key) { return static_cast<std::size_t>(std::max<std::int64_t>(0, integerAt(json, key))); }

} // namespace

const char* name(TestState state) { return stateNames[static_cast<std::size_t>(state)]; }

std::optional<TestState> testStateByName(std::string_view name)
{
    for (const TestState state : testStates) {
        if (name == tracking::name(state))
            return state;
    }
    return std::nullopt;
}

TestReport readTestReport(std::string_view xml)
{
    if (xml.size() > largestTestReport)
        return {0, {}, {"tracking.report_size", {{"limit", std::to_string(largestTestReport)}}}};
    TestReportParser parser;
    return parser.read(xml);
}

void TestCounts::add(const TestCase& testCase)
{
    passed += testCase.state == TestState::passed;
    failed += testCase.state == TestState::failed;
    errored += testCase.state == TestState::errored;
    skipped += testCase.state == TestState::skipped;
    ms += testCase.ms;
}

Json toJson(const TestCase& testCase)
{
    Json json{{"name", testCase.name}, {"state", name(testCase.state)}, {"ms", testCase.ms}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty())
            json[key] = text;
    };
    add("suite", testCase.suite);
    add("class", testCase.className);
    add("message", testCase.message);
    add("details", testCase.details);
    return json;
}

Json toJson(const TestCounts& counts)
{
    return {{"passed", counts.passed}, {"failed", counts.failed}, {"errored", counts.errored}, {"skipped", counts.skipped}, {"ms", counts.ms}};
}

TestCounts testCountsFrom(const Json& json)
{
    return {countAt(json, "passed"), countAt(json, "failed"), countAt(json, "errored"), countAt(json, "skipped"), integerAt(json, "ms")};
}

std::vector<TestCase> testCasesFrom(const Json& document)
{
    std::vector<TestCase> cases;
    for (const Json& each : memberAt(document, "cases")) {
        if (const auto state = testStateByName(textAt(each, "state")))
            cases.push_back({textAt(each, "suite"), textAt(each, "class"), textAt(each, "name"), *state, integerAt(each, "ms"),
                             textAt(each, "message"), textAt(each, "details")});
    }
    return cases;
}

} // namespace penstock::tracking
