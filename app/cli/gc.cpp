#include "app/cli/cli_text.h"
#include "app/cli/commands.h"
#include "app/cli/garbage.h"
#include "app/cli/order.h"

#include <array>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

QString kindText(const std::string& kind)
{
    const std::array<std::pair<const char*, QString>, 7> words{{{"runs", Cli::tr("folders of runs")},
                                                                {"logs", Cli::tr("logs of attempts")},
                                                                {"objects", Cli::tr("contents of the store")},
                                                                {"displaced", Cli::tr("displaced files")},
                                                                {"quarantine", Cli::tr("quarantined logs")},
                                                                {"models", Cli::tr("folders of model versions")},
                                                                {"environments", Cli::tr("virtual environments")}}};
    for (const auto& [name, word] : words) {
        if (kind == name)
            return word;
    }
    return fromUtf8(kind);
}

QString listed(const Json& runs)
{
    QStringList texts;
    for (const Json& run : runs)
        texts << fromUtf8(run.get<std::string>());
    return texts.join(u' ');
}

void tell(Console& console, const Json& document, bool isDry)
{
    if (boolAt(document, "scheduled"))
        return console.line(Cli::tr("Steps are running. It is done when they have ended."));
    for (const auto& [key, title] : {std::pair("runs", Cli::tr("runs")), std::pair("logs", Cli::tr("only logs"))}) {
        if (const Json& runs = memberAt(document, key); !runs.empty())
            console.line(title + u": "_s + listed(runs));
    }
    std::vector<QStringList> rows;
    for (const auto& [kind, freed] : memberAt(document, "freed").items()) {
        rows.push_back({kindText(kind), QString::number(integerAt(freed, "count")),
                        sizeText(static_cast<std::uint64_t>(integerAt(freed, "bytes")))});
    }
    if (rows.empty())
        return console.line(Cli::tr("Everything here is still needed."));
    console.table({Cli::tr("WHAT"), Cli::tr("COUNT"), Cli::tr("SIZE")}, rows);
    const QString size = sizeText(static_cast<std::uint64_t>(integerAt(document, "bytes")));
    console.line(isDry ? Cli::tr("%1 would be freed.").arg(size) : Cli::tr("%1 freed.").arg(size));
}

Json texts(const std::vector<RunId>& runs)
{
    Json list = Json::array();
    for (const RunId& run : runs)
        list.push_back(run.text());
    return list;
}

Result<Json> estimate(const Invocation& invocation)
{
    const auto read = readWorkspace(invocation.arguments);
    if (!read)
        return read.error();
    const auto found = findGarbage(read->workspace, read->view);
    if (!found)
        return found.error();
    return Json{{"scheduled", false},
                {"runs", texts(found->removal.runs)},
                {"logs", texts(found->removal.logs)},
                {"freed", found->freed.toJson()},
                {"bytes", found->freed.bytes()}};
}

Result<Json> carriedOut(const Invocation& invocation)
{
    const auto workspace = findWorkspace(invocation.arguments);
    if (!workspace)
        return workspace.error();
    return give(*workspace, invocation.program, session::CollectGarbage{});
}

} // namespace

Result<Exit> gc(const Invocation& invocation)
{
    const bool isDry = invocation.arguments.has("dry-run");
    auto document = isDry ? estimate(invocation) : carriedOut(invocation);
    if (!document)
        return document.error();
    (*document)["dryRun"] = isDry;
    if (invocation.console.wantsJson())
        invocation.console.json(*document);
    else
        tell(invocation.console, *document, isDry);
    return Exit::done;
}

} // namespace penstock::cli
