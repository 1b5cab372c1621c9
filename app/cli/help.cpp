#include "app/cli/help.h"

#include "app/cli/cli_text.h"
#include "app/cli/examples.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

void tellPairs(Console& console, const std::vector<std::pair<QString, QString>>& pairs)
{
    int width = 0;
    for (const auto& [left, right] : pairs)
        width = std::max(width, displayWidth(left));
    for (const auto& [left, right] : pairs)
        console.line(u"  "_s + left + QString(width - displayWidth(left) + 2, u' ') + right);
}

std::pair<QString, QString> shown(const Option& option)
{
    QString left = option.letter ? u"-"_s + QLatin1Char(option.letter) + u", "_s : u"    "_s;
    left += u"--"_s + text(option.name);
    if (!option.value.empty())
        left += u' ' + text(option.value);
    return {left, Cli::tr(option.about)};
}

// Lines are long and differ much, so what they do stands below them.
void tellExamples(Console& console, std::string_view command)
{
    const std::vector<Example> examples = examplesOf(command);
    if (examples.empty())
        return;
    console.line();
    console.line(Cli::tr("Examples:"));
    for (const Example& example : examples) {
        console.line(u"  "_s + text(example.line));
        console.line(u"      "_s + console.toned(Cli::tr(example.about), Tone::muted));
    }
}

void tellExits(Console& console, std::string_view command)
{
    std::vector<std::pair<QString, QString>> pairs;
    for (const ExitMeaning& exit : exitsOf(command))
        pairs.emplace_back(text(exit.code), Cli::tr(exit.about));
    if (pairs.empty())
        return;
    console.line();
    console.line(Cli::tr("Exit codes:"));
    tellPairs(console, pairs);
}

} // namespace

std::vector<Option> commonOptions()
{
    return {{"workspace", 'w', "DIR",
             QT_TRANSLATE_NOOP("Cli", "the workspace; otherwise the nearest one from here upwards")},
            {"json", 0, {}, QT_TRANSLATE_NOOP("Cli", "print JSON (docs/formats.md)")},
            {"help", 'h', {}, QT_TRANSLATE_NOOP("Cli", "print this")}};
}

void tellHelp(Console& console, const std::vector<Command>& commands)
{
    console.line(Cli::tr("Penstock %1: draw, run and approve machine-learning pipelines.")
                     .arg(QStringLiteral(PENSTOCK_VERSION)));
    console.line();
    std::vector<std::pair<QString, QString>> pairs;
    for (const Command& command : commands)
        pairs.emplace_back(text(command.name) + u' ' + text(command.operands.shown), Cli::tr(command.about));
    tellPairs(console, pairs);
    console.line();
    console.line(Cli::tr("`penstock COMMAND --help` tells more of each."));
}

void tellHelp(Console& console, const Command& command)
{
    QString usage = u"penstock "_s + text(command.name);
    if (!command.operands.shown.empty())
        usage += u' ' + text(command.operands.shown);
    console.line(Cli::tr("Usage: %1 [options]").arg(usage));
    console.line(Cli::tr(command.about));
    console.line();
    std::vector<std::pair<QString, QString>> pairs;
    for (const Option& option : command.options)
        pairs.push_back(shown(option));
    for (const Option& option : commonOptions())
        pairs.push_back(shown(option));
    tellPairs(console, pairs);
    tellExamples(console, command.name);
    tellExits(console, command.name);
}

} // namespace penstock::cli
