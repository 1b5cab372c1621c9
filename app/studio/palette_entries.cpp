#include "app/studio/palette_entries.h"

#include "ui/designer/pipeline_places.h"
#include "ui/models/qt_text.h"
#include "ui/models/requests_model.h"
#include "ui/models/run_graph.h"
#include "ui/models/runs_model.h"
#include "ui/models/state_words.h"
#include "ui/models/versions_model.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using models::Target;

namespace {

constexpr int mostRuns = 500; // the newest; older ones are found in Runs

class EntryText final {
    Q_DECLARE_TR_FUNCTIONS(EntryText)

public:
    static QString run(const QString& what) { return tr("Run · %1").arg(what); }
    static QString version(const QString& stage) { return tr("Model version · %1").arg(stage); }
    static QString request(const QString& state) { return tr("Approval · %1").arg(state); }
    static QString pipeline() { return tr("Pipeline"); }
    static QString command(const QString& key) { return key.isEmpty() ? tr("Command") : tr("Command · %1").arg(key); }
};

} // namespace

std::vector<PaletteEntry> entriesOf(const QList<QAction*>& actions)
{
    std::vector<PaletteEntry> entries;
    for (QAction* action : actions) {
        if (!action->isVisible() || !action->isEnabled() || action->isSeparator())
            continue;
        entries.push_back({{action->text().remove(u'&'), EntryText::command(action->shortcut().toString(QKeySequence::NativeText)), std::nullopt, theme::Icon::chevronRight}, action, std::nullopt});
    }
    return entries;
}

std::vector<PaletteEntry> entriesOf(const models::WorkspaceModel& workspace)
{
    std::vector<PaletteEntry> entries;
    std::vector<models::RequestRow> requests;
    for (const auto& [id, request] : workspace.view().workspace.requests)
        requests.push_back(models::requestRow(workspace, request));
    // What waits comes first, then the newest: what somebody looks for.
    std::sort(requests.begin(), requests.end(), [](const models::RequestRow& a, const models::RequestRow& b) { return std::pair(a.isOpen(), a.askedAt) > std::pair(b.isOpen(), b.askedAt); });
    for (const models::RequestRow& row : requests) {
        entries.push_back({{row.subject, EntryText::request(models::StateWords::request(row.state)), row.mark}, {}, Target{Target::Kind::request, qt(row.id.text()), {}}});
    }
    std::vector<const engine::Run*> runs;
    for (const auto& [id, run] : workspace.view().workspace.runs)
        runs.push_back(&run);
    std::sort(runs.begin(), runs.end(), [](const engine::Run* a, const engine::Run* b) { return a->id.number > b->id.number; });
    runs.resize(std::min<std::size_t>(runs.size(), mostRuns));
    for (const engine::Run* run : runs) {
        const models::RunRow row = models::runRow(workspace, *run);
        entries.push_back({{qt(row.id.text()), EntryText::run(row.what), row.mark}, {}, Target{Target::Kind::run, qt(row.id.text()), {}}});
    }
    for (const auto& [id, line] : workspace.view().registry.lines) {
        for (const auto& [minor, version] : line.versions) {
            entries.push_back({{qt(version.id.text()), EntryText::version(models::StateWords::stage(registry::name(version.stage))), models::markOf(version.stage)}, {},
                               Target{Target::Kind::version, qt(version.id.text()), {}}});
        }
    }
    return entries;
}

std::vector<PaletteEntry> entriesOf(const std::vector<PipelineFile>& pipelines, const std::vector<models::Findable>& open)
{
    std::vector<PaletteEntry> entries;
    QSet<QString> known;
    for (const models::Findable& each : open) {
        known.insert(each.target.id);
        entries.push_back({each.choice, {}, each.target});
    }
    for (const PipelineFile& file : pipelines) {
        entries.push_back({{qt(file.document.name), EntryText::pipeline(), std::nullopt, theme::Icon::pipeline}, {}, Target{Target::Kind::pipeline, file.file, {}}});
        if (known.contains(file.file))
            continue;
        for (models::Findable& each : designer::placesIn(file.document, file.file))
            entries.push_back({std::move(each.choice), {}, std::move(each.target)});
    }
    return entries;
}

QString keyOf(const PaletteEntry& entry) { return entry.choice.title % u'\n' % entry.choice.detail; }

void putFirst(std::vector<PaletteEntry>& entries, const QStringList& lately)
{
    std::vector<std::pair<qsizetype, std::size_t>> order;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const qsizetype at = lately.indexOf(keyOf(entries[i]));
        order.emplace_back(at < 0 ? lately.size() : at, i);
    }
    std::ranges::sort(order);
    std::vector<PaletteEntry> sorted;
    for (const auto& [how, entry] : order)
        sorted.push_back(std::move(entries[entry]));
    entries = std::move(sorted);
}

} // namespace penstock::studio
