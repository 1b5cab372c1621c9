#include "core/tracking/test_report.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::tracking;

namespace {

std::string shown(const TestReport& report)
{
    std::string text;
    for (const TestCase& each : report.cases) {
        text += each.suite + '|' + each.className + '|' + each.name + ' ' + name(each.state) + ' ' + std::to_string(each.ms);
        text += each.message.empty() ? "\n" : " <" + each.message + ">\n";
    }
    return text + (report.problem.id.empty() ? "" : report.problem.id + '\n');
}

std::string read(std::string_view xml) { return shown(readTestReport(xml)); }

std::string suite(const std::string& cases) { return "<testsuite name=\"s\">" + cases + "</testsuite>"; }

} // namespace

TEST(TestReport, OfPytest)
{
    const auto report = readTestReport(R"(<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="1" failures="1" skipped="1"
tests="4" time="0.034" timestamp="2026-03-01T10:00:00" hostname="here"><testcase classname="tests.test_model" name="test_shape" time="0.002" />
<testcase classname="tests.test_model.TestLoss" name="test_falls[0.1]" time="0.010"><failure message="AssertionError: assert 3 &lt; 2">def test():
&gt;   assert 3 &lt; 2
E   assert 3 &lt; 2</failure></testcase>
<testcase classname="tests.test_model" name="test_gpu" time="0.000"><skipped type="pytest.skip" message="no GPU">tests/test_model.py:9: no GPU</skipped></testcase>
<testcase classname="" name="tests.test_broken" time="0.000"><error message="collection failure">ImportError while importing</error></testcase></testsuite></testsuites>)");
    EXPECT_EQ(shown(report), "pytest|tests.test_model|test_shape passed 2\n"
                             "pytest|tests.test_model.TestLoss|test_falls[0.1] failed 10 <AssertionError: assert 3 < 2>\n"
                             "pytest|tests.test_model|test_gpu skipped 0 <no GPU>\n"
                             "pytest||tests.test_broken errored 0 <collection failure>\n");
    EXPECT_EQ(report.suites, 1u);
    EXPECT_EQ(report.cases[1].details, "def test():\n>   assert 3 < 2\nE   assert 3 < 2");
}

TEST(TestReport, OfGoogleTest)
{
    EXPECT_EQ(read(R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" disabled="1" errors="0" time="0.5" name="AllTests">
  <testsuite name="Series" tests="3" failures="1" disabled="1" skipped="1" errors="0" time="0.5">
    <testcase name="Grows" file="a.cpp" line="3" status="run" result="completed" time="0.25" classname="Series">
      <failure message="a.cpp:4&#x0A;Expected: true" type=""><![CDATA[a.cpp:4
Expected: true]]></failure>
      <failure message="a.cpp:5&#x0A;again" type=""><![CDATA[a.cpp:5]]></failure>
    </testcase>
    <testcase name="DISABLED_Later" file="a.cpp" line="9" status="notrun" result="suppressed" time="0" classname="Series" />
    <testcase name="OnlyThere" status="run" result="skipped" time="0" classname="Series"><skipped message="not here"><![CDATA[not here]]></skipped></testcase>
  </testsuite>
  <testsuite name="Empty" tests="0"/>
</testsuites>)"),
              "Series|Series|Grows failed 250 <a.cpp:4\nExpected: true>\n"
              "Series|Series|DISABLED_Later skipped 0\n"
              "Series|Series|OnlyThere skipped 0 <not here>\n");
}

TEST(TestReport, OfSurefire)
{
    const auto report = readTestReport(R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0" name="org.x.LoadTest" time="1,234.5" tests="3" errors="1" skipped="0" failures="0">
  <properties><property name="java.version" value="17"/></properties>
  <testcase name="loads" classname="org.x.LoadTest" time="1,230.25"><system-out><![CDATA[<failure>]]></system-out></testcase>
  <testcase name="flaky" classname="org.x.LoadTest" time="0.1"><flakyFailure message="once" type="E"><stackTrace>at</stackTrace></flakyFailure></testcase>
  <testcase name="breaks" classname="org.x.LoadTest" time="0"><error message="boom" type="java.lang.IllegalStateException"><![CDATA[java.lang.IllegalStateException: boom
  at org.x.LoadTest.breaks(LoadTest.java:7)]]></error><rerunFailure message="again">at</rerunFailure></testcase>
</testsuite>)");
    EXPECT_EQ(shown(report), "org.x.LoadTest|org.x.LoadTest|loads passed 1230250\n"
                             "org.x.LoadTest|org.x.LoadTest|flaky passed 100\n"
                             "org.x.LoadTest|org.x.LoadTest|breaks errored 0 <boom>\n");
    EXPECT_EQ(report.cases[2].details, "java.lang.IllegalStateException: boom\n  at org.x.LoadTest.breaks(LoadTest.java:7)");
}

TEST(TestReport, OfJestIsToldByTheTextOfAFailure)
{
    const auto report = readTestReport(R"(<testsuites name="jest tests" tests="2" failures="1" errors="0" time="1.2"><testsuite name="sum" errors="0" failures="1"
skipped="1" timestamp="2026-01-01T00:00:00" time="0.6" tests="2"><testcase classname="sum adds" name="sum adds" time="0.006"><failure>Error: expected 3
    at Object.toBe (sum.test.js:4)</failure></testcase><testcase classname="sum later" name="sum later" time="0"><skipped/></testcase></testsuite></testsuites>)");
    EXPECT_EQ(shown(report), "sum|sum adds|sum adds failed 6 <Error: expected 3>\nsum|sum later|sum later skipped 0\n");
    EXPECT_EQ(report.cases[0].details, "Error: expected 3\n    at Object.toBe (sum.test.js:4)");
}

TEST(TestReport, TakesTheWorstVerdictOfACase)
{
    EXPECT_EQ(read(suite("<testcase name='a'><skipped message='x'/><failure message='y'/><error message='z'/><failure message='w'/></testcase>")),
              "s||a errored 0 <z>\n");
}

TEST(TestReport, CountsSuitesWithinSuites)
{
    const auto report = readTestReport("<testsuites><testsuite name='outer'><testsuite name='inner'><testcase name='a'/></testsuite>"
                                       "<testcase name='b'/></testsuite></testsuites>");
    EXPECT_EQ(shown(report), "inner||a passed 0\nouter||b passed 0\n");
    EXPECT_EQ(report.suites, 2u);
}

TEST(TestReport, SaysThatASuiteEndedBeforeItsTests)
{
    EXPECT_EQ(read(suite("<error message='segmentation fault'/><testcase name='a'/>")), "s||s errored 0 <segmentation fault>\ns||a passed 0\n");
}

TEST(TestReport, KeepsWhatStandsBeforeADamage)
{
    const auto report = readTestReport("<testsuite name='s'>\n<testcase name='a'/>\n<testcase name='b'><fail");
    EXPECT_EQ(shown(report), "s||a passed 0\ntracking.report_not_xml\n");
    EXPECT_EQ(report.problem.arguments.front().second, "3");
}

TEST(TestReport, RefusesWhatIsNone)
{
    EXPECT_EQ(read(""), "tracking.report_not_xml\n");
    EXPECT_EQ(read("PASSED"), "tracking.report_not_xml\n");
    EXPECT_EQ(read("<html><testcase name='a'/></html>"), "tracking.report_other_root\n");
    EXPECT_EQ(read("<testsuite name='\xff'/>"), "tracking.report_not_xml\n");
}

TEST(TestReport, ExpandsNoEntities)
{
    EXPECT_EQ(read("<!DOCTYPE t [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><testsuite name='&b;'><testcase name='a'/></testsuite>"),
              "tracking.report_document_type\n");
    EXPECT_EQ(read("<!DOCTYPE t SYSTEM 'file:///etc/passwd'><testsuite/>"), "tracking.report_document_type\n");
    EXPECT_EQ(read(suite("<testcase name='&who;'/>")), "tracking.report_not_xml\n");
}

TEST(TestReport, HasLimits)
{
    std::string deep;
    for (int i = 0; i <= deepestTestReport; ++i)
        deep += "<testsuite name='d'>";
    EXPECT_EQ(read(deep), "tracking.report_deep\n");
    std::string many = "<testsuite name='s'>";
    for (std::size_t i = 0; i <= maximumTestCases; ++i)
        many += "<testcase name='a'/>";
    const auto report = readTestReport(many + "</testsuite>");
    EXPECT_EQ(report.problem.id, "tracking.report_cases");
    EXPECT_EQ(report.cases.size(), maximumTestCases);
    EXPECT_EQ(read(std::string(largestTestReport + 1, ' ')), "tracking.report_size\n");
}

TEST(TestReport, CutsLongTextsBetweenCharacters)
{
    std::string umlauts;
    for (int i = 0; i < 10'000; ++i)
        umlauts += "ä";
    const auto report = readTestReport(suite("<testcase name='x" + umlauts + "'><failure message='" + umlauts + "'>y" + umlauts + "</failure></testcase>"));
    ASSERT_EQ(report.cases.size(), 1u);
    const TestCase& only = report.cases[0];
    EXPECT_LE(only.name.size(), longestTestName);
    EXPECT_LE(only.message.size(), longestTestMessage);
    EXPECT_LE(only.details.size(), longestTestDetails);
    EXPECT_EQ(only.name.substr(only.name.size() - 5), "ä…");
    EXPECT_EQ(parseJson(dumpJson(toJson(only)))->at("name"), only.name);
}

TEST(TestReport, TellsNothingOfTimesThatAreNone)
{
    EXPECT_EQ(read(suite("<testcase name='a' time='soon'/><testcase name='b' time='-1'/><testcase name='c' time='nan'/><testcase name='d' time='1e300'/>")),
              "s||a passed 0\ns||b passed 0\ns||c passed 0\ns||d passed 31622400000\n");
}

TEST(TestReport, ComesBackFromItsJson)
{
    const auto report = readTestReport(suite("<testcase classname='k' name='a' time='1'><failure message='m'>d</failure></testcase><testcase name='b'/>"));
    Json document{{"cases", Json::array()}};
    TestCounts counts;
    for (const TestCase& each : report.cases) {
        document["cases"].push_back(toJson(each));
        counts.add(each);
    }
    EXPECT_EQ(testCasesFrom(document), report.cases);
    EXPECT_EQ(testCountsFrom(toJson(counts)), counts);
    EXPECT_EQ(counts.all(), 2u);
    EXPECT_EQ(counts.bad(), 1u);
    EXPECT_TRUE(testCasesFrom(Json::parse(R"({"cases": [1, {"state": "odd"}, {}]})")).empty());
    EXPECT_TRUE(testCasesFrom(Json()).empty());
}
