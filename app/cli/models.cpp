#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/reading.h"
#include "app/cli/run_json.h"
#include "app/cli/state_text.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

QString metricsText(const Json& metrics)
{
    QStringList words;
    for (const auto& [name, value] : metrics.items()) {
        if (value.is_number() && words.size() < 4)
            words << fromUtf8(name) + u'=' + numberText(value.get<double>());
    }
    return words.join(u' ');
}

void tellLine(Console& console, const registry::Line& line)
{
    console.line(console.toned(fromUtf8(line.id.text()), Tone::bold));
    std::vector<QStringList> rows;
    for (auto version = line.versions.rbegin(); version != line.versions.rend(); ++version) {
        const registry::Version& v = version->second;
        const bool live = v.stage == registry::Stage::production;
        const QString since = v.history.empty() ? QString() : localTime(v.history.back().at);
        const QString by = v.history.empty() ? QString() : fromUtf8(v.history.back().person);
        rows.push_back({u"  "_s + fromUtf8(v.id.number()),
                        console.toned(stageWord(v.stage), live ? Tone::succeeded : Tone::plain), since, by,
                        fromUtf8(v.run), metricsText(v.metrics)});
    }
    console.table({u"  "_s + Cli::tr("VERSION"), Cli::tr("STAGE"), Cli::tr("SINCE"), Cli::tr("BY"), Cli::tr("RUN"),
                   Cli::tr("METRICS")},
                  rows);
}

} // namespace

Result<Exit> models(const Invocation& invocation)
{
    Console& console = invocation.console;
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    Json lines = Json::array();
    for (const auto& [id, line] : read->view.registry.lines) {
        if (console.wantsJson())
            lines.push_back(lineJson(line));
        else
            tellLine(console, line);
    }
    if (console.wantsJson())
        console.json({{"lines", lines}});
    else if (read->view.registry.lines.empty())
        console.line(Cli::tr("No models yet. A step with `register` records one."));
    return Exit::done;
}

} // namespace penstock::cli
