#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/diagnosis.h"
#include "app/cli/workspace.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

const char* name(Finding::Health health)
{
    switch (health) {
    case Finding::Health::fine:
        return "fine";
    case Finding::Health::warning:
        return "warning";
    case Finding::Health::problem:
        return "problem";
    }
    return "";
}

void tell(Console& console, const Finding& finding)
{
    const bool unicode = console.isUnicode();
    QString mark = unicode ? u"✓"_s : u"+"_s;
    Tone tone = Tone::succeeded;
    if (finding.health == Finding::Health::warning) {
        mark = unicode ? u"▲"_s : u"!"_s;
        tone = Tone::warning;
    } else if (finding.health == Finding::Health::problem) {
        mark = unicode ? u"◆"_s : u"x"_s;
        tone = Tone::failed;
    }
    console.line(console.toned(mark, tone) + u' ' + finding.title +
                 QString(std::max(1, 14 - displayWidth(finding.title)), u' ') + finding.text);
    if (!finding.mend.isEmpty())
        console.line(QString(17, u' ') + console.toned(finding.mend, Tone::muted));
}

} // namespace

Result<Exit> doctor(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto workspace = findWorkspace(invocation.arguments);
    const auto findings = diagnose(workspace, invocation.program, console.isUnicode());
    bool fine = true;
    Json list = Json::array();
    for (const Finding& finding : findings) {
        fine = fine && finding.health != Finding::Health::problem;
        if (console.wantsJson())
            list.push_back({{"check", finding.id},
                            {"health", name(finding.health)},
                            {"text", finding.text.toStdString()},
                            {"mend", finding.mend.toStdString()}});
        else
            tell(console, finding);
    }
    if (console.wantsJson())
        console.json({{"fine", fine}, {"checks", list}});
    return fine ? Exit::done : Exit::unable;
}

} // namespace penstock::cli
