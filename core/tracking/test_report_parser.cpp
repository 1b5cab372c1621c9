#include "core/tracking/test_report_parser.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <new>

namespace penstock::tracking {

namespace {

constexpr double longestTime = 366.0 * 24 * 3600; // seconds

std::string_view attribute(const char** attributes, std::string_view wanted)
{
    for (; attributes[0]; attributes += 2) {
        if (wanted == attributes[0])
            return attributes[1];
    }
    return {};
}

// At the border of a character, so that the mark of the cut has its place within the limit.
std::string cut(std::string_view text, std::size_t most)
{
    constexpr std::string_view mark = "…";
    if (text.size() <= most)
        return std::string(text);
    most -= mark.size();
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most;
    return std::string(text.substr(0, most)).append(mark);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Seconds; Surefire writes 1,234.5 in English.
std::int64_t milliseconds(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, ',');
    double seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc() || end == digits.data() || !(seconds > 0))
        return 0;
    return std::llround(std::min(seconds, longestTime) * 1000);
}

// GoogleTest and CTest say on the case itself that it was not run.
bool isUnrun(const char** attributes)
{
    const std::string_view status = attribute(attributes, "status"), result = attribute(attributes, "result");
    return status == "notrun" || status == "disabled" || status == "skipped" || result == "suppressed" || result == "skipped";
}

std::optional<TestState> verdictOf(std::string_view element)
{
    if (element == "failure")
        return TestState::failed;
    if (element == "error")
        return TestState::errored;
    return element == "skipped" ? std::optional(TestState::skipped) : std::nullopt;
}

} // namespace

// expat is C: nothing may be thrown through it.
struct TestReportParser::Events {
    template <class Act>
    static void guarded(void* self, Act act)
    {
        auto& parser = *static_cast<TestReportParser*>(self);
        try {
            act(parser);
        } catch (const std::bad_alloc&) {
            parser.stop("tracking.report_memory");
        }
    }
    static void begin(void* self, const char* element, const char** attributes)
    {
        guarded(self, [&](TestReportParser& parser) { parser.begin(element, attributes); });
    }
    static void end(void* self, const char* element)
    {
        guarded(self, [&](TestReportParser& parser) { parser.end(element); });
    }
    static void text(void* self, const char* text, int length)
    {
        guarded(self, [&](TestReportParser& parser) {
            if (parser.m_inVerdict && parser.m_text.size() <= longestTestDetails)
                parser.m_text.append(text, static_cast<std::size_t>(length));
        });
    }
    static void documentType(void* self, const char*, const char*, const char*, int)
    {
        guarded(self, [](TestReportParser& parser) { parser.stop("tracking.report_document_type"); });
    }
};

TestReportParser::TestReportParser()
    : m_parser(XML_ParserCreate(nullptr))
{
    if (!m_parser) {
        m_report.problem = {"tracking.report_memory", {}};
        return;
    }
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Events::begin, &Events::end);
    XML_SetCharacterDataHandler(m_parser, &Events::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Events::documentType);
}

TestReportParser::~TestReportParser() { XML_ParserFree(m_parser); } // null is fine

TestReport TestReportParser::read(std::string_view xml)
{
    if (!m_parser)
        return std::move(m_report);
    // In one piece: expat looks at a name or text that is longer than a piece once for each piece.
    const XML_Status status = XML_Parse(m_parser, xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (status != XML_STATUS_OK && m_report.problem.id.empty())
        m_report.problem = placeOfError();
    return std::move(m_report);
}

Message TestReportParser::placeOfError() const
{
    return {"tracking.report_not_xml", {{"line", std::to_string(XML_GetCurrentLineNumber(m_parser))},
                              {"column", std::to_string(XML_GetCurrentColumnNumber(m_parser) + 1)}}};
}

void TestReportParser::stop(const char* problem)
{
    if (m_report.problem.id.empty())
        m_report.problem = {problem, {}};
    XML_StopParser(m_parser, XML_FALSE);
}

void TestReportParser::begin(std::string_view element, const char** attributes)
{
    if (!m_report.problem.id.empty())
        return; // expat may still tell of an end that it has read
    if (++m_depth > deepestTestReport)
        return stop("tracking.report_deep");
    if (m_depth == 1 && element != "testsuites" && element != "testsuite") {
        stop("tracking.report_other_root");
        m_report.problem.arguments = {{"element", cut(element, longestTestName)}};
        return;
    }
    const auto verdict = verdictOf(element);
    if (element == "testsuite" && !m_case)
        beginSuite(attributes);
    else if (element == "testcase" && !m_case)
        beginCase(attributes);
    else if (verdict && !m_inVerdict)
        beginVerdict(*verdict, attributes);
}

void TestReportParser::end(std::string_view element)
{
    if (!m_report.problem.id.empty())
        return;
    if (m_inVerdict && m_depth == m_verdictDepth)
        endVerdict();
    if (element == "testcase" && m_case && !m_inVerdict) {
        m_report.cases.push_back(std::move(*m_case));
        m_case.reset();
    } else if (element == "testsuite" && !m_case && !m_suites.empty()) {
        m_report.suites += m_counted.back();
        m_suites.pop_back();
        m_counted.pop_back();
    }
    --m_depth;
}

void TestReportParser::beginSuite(const char** attributes)
{
    m_suites.push_back(cut(attribute(attributes, "name"), longestTestName));
    m_counted.push_back(false);
}

void TestReportParser::beginCase(const char** attributes)
{
    if (m_report.cases.size() >= maximumTestCases) {
        stop("tracking.report_cases");
        m_report.problem.arguments = {{"limit", std::to_string(maximumTestCases)}};
        return;
    }
    TestCase& made = m_case.emplace();
    if (!m_suites.empty()) {
        made.suite = m_suites.back();
        m_counted.back() = true;
    }
    made.className = cut(attribute(attributes, "classname"), longestTestName);
    made.name = cut(attribute(attributes, "name"), longestTestName);
    made.ms = milliseconds(attribute(attributes, "time"));
    made.state = isUnrun(attributes) ? TestState::skipped : TestState::passed;
}

// Of several verdicts the worst counts, with its own words. One beside the cases is of the suite: it ended before its tests.
void TestReportParser::beginVerdict(TestState state, const char** attributes)
{
    const bool ofSuite = !m_case && !m_suites.empty() && state != TestState::skipped;
    if (ofSuite) {
        const char* none[] = {nullptr};
        beginCase(none);
        if (m_case)
            m_case->name = m_suites.back();
    }
    if (!m_case)
        return;
    m_inVerdict = true;
    m_ofSuite = ofSuite;
    m_verdict = state;
    m_verdictDepth = m_depth;
    m_message = trimmed(attribute(attributes, "message"));
    m_text.clear();
}

void TestReportParser::endVerdict()
{
    m_inVerdict = false;
    // failed < errored < skipped < passed, and an error says more than a failure: the test could not even be judged.
    const auto weight = [](TestState state) { return state == TestState::errored ? -1 : static_cast<int>(state); };
    if (weight(m_verdict) < weight(m_case->state) || (m_verdict == m_case->state && m_case->message.empty())) {
        m_case->state = m_verdict;
        std::string_view details = trimmed(m_text);
        if (m_message.empty()) { // jest-junit has all in the text
            m_message = details.substr(0, details.find('\n'));
            if (m_message.size() == details.size())
                details = {};
        }
        m_case->message = cut(m_message, longestTestMessage);
        if (m_details + details.size() > mostTestDetails || details == m_case->message)
            details = {};
        m_case->details = cut(details, longestTestDetails);
        m_details += m_case->details.size();
    }
    if (m_ofSuite) {
        m_report.cases.push_back(std::move(*m_case));
        m_case.reset();
    }
}

} // namespace penstock::tracking
