// The way of one report through expat; see test_report.h for what is read. For this folder only.
#pragma once

#include "core/tracking/test_report.h"

#include <memory>

struct XML_ParserStruct;

namespace penstock::tracking {

class TestReportParser final {
public:
    TestReportParser();
    ~TestReportParser();
    TestReportParser(const TestReportParser&) = delete;
    TestReportParser& operator=(const TestReportParser&) = delete;

    TestReport read(std::string_view xml); // once

private:
    struct Events; // what expat calls

    void begin(std::string_view element, const char** attributes);
    void end(std::string_view element);
    void beginCase(const char** attributes);
    void beginVerdict(TestState state, const char** attributes);
    void endVerdict();
    void beginSuite(const char** attributes);
    void stop(const char* problem);
    Message placeOfError() const;

    XML_ParserStruct* m_parser;
    TestReport m_report;
    std::vector<std::string> m_suites; // open ones, outermost first
    std::vector<bool> m_counted;       // whether a case of theirs was seen
    std::optional<TestCase> m_case;    // open
    bool m_inVerdict = false;          // in a failure, an error or a skip that counts
    bool m_ofSuite = false;            // the verdict stands beside the cases: m_case was made up for it
    TestState m_verdict = TestState::passed;
    std::string m_message, m_text; // of the verdict
    std::size_t m_details = 0;     // bytes kept so far
    int m_depth = 0;
    int m_verdictDepth = 0;
};

} // namespace penstock::tracking
