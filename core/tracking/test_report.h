// Test reports in the XML that JUnit made common: as pytest, GoogleTest, Maven Surefire, jest-junit and CTest write it. There is
// no standard; what is read is what these agree on: `testsuites` or `testsuite`, `testcase` in them, and in a case `failure`,
// `error` and `skipped`. A suite's own counts are not believed, its cases are counted.
//
// The text comes from programs that a step ran, so nothing in it is trusted: no document type (and so no entities), limits on
// depth, cases and lengths. Reading is one pass and pure.
#pragma once

#include "core/base/json.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::tracking {

inline constexpr std::size_t largestTestReport = 64 << 20;  // bytes
inline constexpr std::size_t maximumTestCases = 100'000;    // of one report
inline constexpr std::size_t longestTestName = 500;         // bytes, of suites, classes and cases
inline constexpr std::size_t longestTestMessage = 1'000;    // bytes
inline constexpr std::size_t longestTestDetails = 8'000;    // bytes of what a failed case tells beside its message
inline constexpr std::size_t mostTestDetails = 8 << 20;     // bytes of all details of a report; what comes after has none
inline constexpr int deepestTestReport = 64;

enum class TestState { failed, errored, skipped, passed }; // what needs a look first
inline constexpr std::array testStates{TestState::failed, TestState::errored, TestState::skipped, TestState::passed};
const char* name(TestState state); // stable words of JSON
std::optional<TestState> testStateByName(std::string_view name);

struct TestCase {
    std::string suite, className, name;
    TestState state = TestState::passed;
    std::int64_t ms = 0;
    std::string message; // one line or several, of a case that did not pass
    std::string details; // such as a traceback

    bool operator==(const TestCase&) const = default;
};

struct TestReport {
    std::size_t suites = 0; // that hold cases
    std::vector<TestCase> cases;
    Message problem; // what is wrong with it; the cases before that are there. Empty: read to its end
};
TestReport readTestReport(std::string_view xml);

struct TestCounts {
    std::size_t passed = 0, failed = 0, errored = 0, skipped = 0;
    std::int64_t ms = 0; // of all cases together

    std::size_t all() const { return passed + failed + errored + skipped; }
    std::size_t bad() const { return failed + errored; }
    void add(const TestCase& testCase);
    bool operator==(const TestCounts&) const = default;
};

// {suite, class, name, state, ms, message, details}; empty texts are left out.
Json toJson(const TestCase& testCase);
// {passed, failed, errored, skipped, ms}
Json toJson(const TestCounts& counts);
TestCounts testCountsFrom(const Json& json);
// What toJson() made of a list of them under "cases"; what is no case is passed over.
std::vector<TestCase> testCasesFrom(const Json& document);

} // namespace penstock::tracking
