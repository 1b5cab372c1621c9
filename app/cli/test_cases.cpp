#include "app/cli/test_cases.h"

#include "app/cli/cli_text.h"
#include "app/cli/run_json.h"
#include "core/messages/messages.h"
#include "core/store/disk_artifact_store.h"

#include <algorithm>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using tracking::TestCase;
using tracking::TestState;

namespace {

constexpr std::uint64_t largestDocument = 512ULL << 20;
constexpr std::size_t mostPassed = 100; // of a list for people

struct StateShown {
    QString mark, word;
    Tone tone;
};

StateShown shownState(const Console& console, TestState state)
{
    const auto mark = [&](char16_t unicode, char ascii) { return console.isUnicode() ? QString(QChar(unicode)) : QString(QLatin1Char(ascii)); };
    switch (state) {
    case TestState::failed: return {mark(u'◆', 'x'), Cli::tr("failed"), Tone::failed};
    case TestState::errored: return {mark(u'▲', '!'), Cli::tr("error"), Tone::failed};
    case TestState::skipped: return {mark(u'◌', '-'), Cli::tr("skipped"), Tone::muted};
    case TestState::passed: return {mark(u'✓', '+'), Cli::tr("passed"), Tone::succeeded};
    }
    return {};
}

QString firstLine(const std::string& text) { return fromUtf8(text.substr(0, text.find('\n'))); }

void tellCases(Console& console, const std::vector<TestCase>& cases)
{
    std::vector<QStringList> rows;
    std::size_t passed = 0;
    for (const TestCase& each : cases) {
        if (each.state == TestState::passed && ++passed > mostPassed)
            continue;
        const StateShown state = shownState(console, each.state);
        const std::string& of = each.className.empty() ? each.suite : each.className;
        rows.push_back({u"  "_s + console.toned(state.mark + u' ' + state.word, state.tone), fromUtf8(of), fromUtf8(each.name), spanText(Duration(each.ms)),
                        firstLine(each.message)});
    }
    console.table({u"  "_s + Cli::tr("TEST"), {}, {}, Cli::tr("TOOK"), {}}, rows);
    if (passed > mostPassed)
        console.line(console.toned(u"  "_s + Cli::tr("%n more passed; --json lists all", nullptr, static_cast<int>(passed - mostPassed)), Tone::muted));
}

} // namespace

QString countsText(const tracking::TestCounts& counts)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString& text) {
        if (count > 0)
            parts.append(text);
    };
    add(counts.failed, Cli::tr("%n failed", "tests", static_cast<int>(counts.failed)));
    add(counts.errored, Cli::tr("%n with errors", "tests", static_cast<int>(counts.errored)));
    add(counts.skipped, Cli::tr("%n skipped", "tests", static_cast<int>(counts.skipped)));
    add(counts.passed, Cli::tr("%n passed", "tests", static_cast<int>(counts.passed)));
    return parts.join(u", "_s);
}

Result<std::vector<TestCase>> readTestCases(const Workspace& workspace, const session::TestResults& results)
{
    if (!results.cases)
        return std::vector<TestCase>();
    const auto folder = workspace.stateFolder();
    if (!folder)
        return folder.error();
    const auto store = store::DiskArtifactStore::open(*folder, store::DiskArtifactStore::Access::read);
    if (!store)
        return store.error();
    const auto text = (*store)->readBytes(results.cases->digest, largestDocument);
    if (!text)
        return text.error();
    const auto document = parseJson(*text);
    if (!document)
        return document.error();
    auto cases = tracking::testCasesFrom(*document);
    std::ranges::stable_sort(cases, {}, &TestCase::state);
    return cases;
}

void tellTests(Console& console, const Workspace& workspace, const session::TestResults& results)
{
    console.line();
    const QString counts = countsText(results.counts);
    console.line(console.toned(Cli::tr("Tests"), Tone::bold) + u"  "_s
                 + (counts.isEmpty() ? Cli::tr("none") : Cli::tr("%1 in %2", "tests, time").arg(counts, spanText(Duration(results.counts.ms)))));
    for (const session::ReportFile& report : results.reports) {
        if (!report.problem.id.empty())
            console.line(u"  "_s + console.toned(fromUtf8(report.path), Tone::warning) + u"  "_s + messages::sentence(report.problem));
    }
    const auto cases = readTestCases(workspace, results);
    if (!cases)
        console.line(u"  "_s + messages::sentence(cases.error()));
    else if (!cases->empty())
        tellCases(console, *cases);
}

Json wholeTestsJson(const Workspace& workspace, const session::TestResults& results)
{
    Json json = testsJson(results);
    const auto cases = readTestCases(workspace, results);
    if (!cases)
        return json["cases"] = nullptr, json;
    json["cases"] = Json::array();
    for (const TestCase& each : *cases)
        json["cases"].push_back(tracking::toJson(each));
    return json;
}

} // namespace penstock::cli
