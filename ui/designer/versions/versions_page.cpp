#include "ui/designer/versions/versions_page.h"

#include "core/messages/messages.h"
#include "ui/canvas/graph_view.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/designer/form/fields_model.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/versions/difference_text.h"
#include "ui/designer/versions/differences_delegate.h"
#include "ui/designer/versions/differences_model.h"
#include "ui/designer/versions/version_box.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"
#include "ui/models/tab_keys.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace penstock::designer {

using edit::Fate;
using models::qt;
using models::utf8;
using theme::Metrics;

namespace {

enum Tab { GraphTab, LinesTab };

Instant now() { return Instant(Duration(QDateTime::currentMSecsSinceEpoch())); }

// The other pipelines of the workspace.
std::vector<std::string> otherFiles(const FileSystem& files, const std::string& workspace, const std::string& file)
{
    std::vector<std::string> others;
    const auto names = files.list(std::string(workspace).append("/pipelines"));
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        std::string path = std::string("pipelines/").append(name);
        if (name.ends_with(".pipeline.yaml") && path != file)
            others.push_back(std::move(path));
    }
    return others;
}

} // namespace

VersionsPage::VersionsPage(PipelineEditor& editor, const FileSystem& files, QString workspace, std::shared_ptr<const Revisions> revisions, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_files(files)
    , m_workspace(utf8(workspace))
    , m_revisions(std::move(revisions))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* split = new QSplitter;
    split->addWidget(makeList());
    split->addWidget(makeViews());
    split->setStretchFactor(1, 1);
    split->setSizes({380, 1100});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(split, 1);
    setFocusProxy(m_listView);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &VersionsPage::closed);
    connect(&editor, &PipelineEditor::textChanged, this, [this] {
        if (isVisible())
            compare();
    });
}

QWidget* VersionsPage::makeBar()
{
    m_before = new VersionBox(tr("Version before"));
    m_after = new VersionBox(tr("Version after"));
    for (VersionBox* box : {m_before, m_after}) {
        connect(box, &VersionBox::chosen, this, [this] {
            m_isDefault = false;
            m_isOther = true;
            compare();
        });
    }
    m_summary = common::secondary({});
    m_summary->setFit(common::Label::Fit::elide);
    auto* close = common::button(tr("Close"));
    close->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    connect(close, &QPushButton::clicked, this, &VersionsPage::closed);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Metrics::margin, 8, Metrics::margin, 8);
    row->setSpacing(8);
    row->addWidget(common::sectionTitle(tr("Compare")));
    row->addWidget(m_before, 1);
    row->addWidget(common::secondary(QStringLiteral("→")));
    row->addWidget(m_after, 1);
    row->addWidget(m_summary, 1);
    row->addWidget(close);
    return bar;
}

QWidget* VersionsPage::makeList()
{
    m_differences = new DifferencesModel(this);
    m_listView = new QListView;
    m_listView->setObjectName(QStringLiteral("differences")); // combo boxes have lists, too
    m_listView->setModel(m_differences);
    m_listView->setItemDelegate(new DifferencesDelegate(m_listView));
    m_listView->setFrameShape(QFrame::NoFrame);
    m_listView->setUniformItemSizes(true);
    m_listView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_listView->setAccessibleName(tr("Differences"));
    connect(m_listView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) { choose(index.isValid() ? index.row() : -1); });
    m_fields = new FieldsModel(this);
    m_table = models::rowTable(m_fields, tr("Fields that differ"));
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_listView);
    split->addWidget(models::onPanel(m_table));
    split->setStretchFactor(0, 1);
    split->setSizes({480, 320});
    return split;
}

QWidget* VersionsPage::makeViews()
{
    m_graph = new canvas::GraphView;
    m_graph->setEditable(false);
    m_graph->setAccessibleName(tr("Compared graph"));
    connect(m_graph, &canvas::GraphView::selectionChanged, this, [this](const QStringList& ids) { chooseStep(ids.value(0)); });
    m_lines = new DifferenceText;
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_graph, tr("Graph"));
    m_tabs->addTab(m_lines, tr("Text"));
    models::giveKeys(m_tabs->tabBar(), this, Qt::ControlModifier | Qt::AltModifier); // Ctrl alone opens the tabs below the canvas
    return m_tabs;
}

void VersionsPage::open()
{
    m_isDefault = m_isOther = true;
    m_known.clear();
    listed({}, {});
    m_after->choose({Version::Kind::edited, {}});
    m_before->choose({Version::Kind::saved, {}});
    compare();
    list();
}

void VersionsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_listView->setFocus();
}

VersionSource VersionsPage::source() const
{
    VersionSource source{&m_files, m_revisions, m_workspace, utf8(m_editor.file()), {}};
    if (m_editor.isOpen())
        source.edited = {m_editor.document().text(), m_editor.document().layoutText()};
    return source;
}

void VersionsPage::list()
{
    m_listing.start([this, source = source()](const std::atomic<bool>& stop) {
        auto revisions = source.revisions ? source.revisions->of(source.file, stop) : Result<std::vector<Revision>>(std::vector<Revision>());
        auto others = otherFiles(*source.files, source.workspace, source.file);
        return Background::Taking([this, revisions = revisions ? std::move(*revisions) : std::vector<Revision>(), others = std::move(others)] { listed(revisions, others); });
    });
}

void VersionsPage::listed(const std::vector<Revision>& revisions, const std::vector<std::string>& others)
{
    m_known = revisions;
    for (VersionBox* box : {m_before, m_after})
        box->setVersions(m_editor.hasEdits(), revisions, others, now());
    // Without edits the file is what it was saved as: what somebody wants to see then is what changed last.
    if (m_isDefault && !m_editor.hasEdits() && !revisions.empty()) {
        m_before->choose({Version::Kind::revision, revisions.front().commit});
        m_isOther = true;
        compare();
    }
}

void VersionsPage::compare()
{
    m_comparing.start([this, source = source(), before = m_before->version(), after = m_after->version()] {
        Compared compared;
        const auto old = source.read(before), current = source.read(after);
        if (old && current)
            compared.comparison = compareVersions(*old, *current);
        else
            compared.problem = messages::sentence(old ? current.error() : old.error());
        return [this, compared] { take(compared); };
    });
}

void VersionsPage::take(Compared compared)
{
    const VersionsComparison& comparison = compared.comparison;
    if (m_isDefault && compared.problem.isEmpty() && comparison.lines.empty() && m_known.size() > 1 && m_before->version().id == m_known[0].commit) {
        m_before->choose({Version::Kind::revision, m_known[1].commit});
        return compare();
    }
    m_summary->setText(compared.problem.isEmpty() ? summary(comparison) : compared.problem);
    m_fields->setFields({});
    m_differences->setDifference(comparison.difference);
    m_graph->setEmptyText(comparison.isReadable || !compared.problem.isEmpty() ? QString() : tr("One of the two texts makes no sense as a pipeline. What differs by lines is under Text."));
    m_lines->setPlainText(qt(comparison.lines) + (comparison.isCut ? tr("… and more: this is too long to be shown.") : QString()));
    m_graph->setGraph(comparison.graph);
    if (std::exchange(m_isOther, false))
        m_graph->fit();
    m_tabs->setTabEnabled(LinesTab, compared.problem.isEmpty());
    if (m_differences->rowCount() > 0)
        m_listView->setCurrentIndex(m_differences->index(0));
}

QString VersionsPage::summary(const VersionsComparison& comparison) const
{
    if (comparison.lines.empty())
        return tr("The two are the same.");
    if (!comparison.isReadable)
        return tr("They differ.");
    if (comparison.difference.isEmpty())
        return tr("They differ in comments, order or spelling alone.");
    QStringList parts;
    const auto add = [&](Fate fate, const QString& text) {
        if (comparison.count(fate) > 0)
            parts.append(text);
    };
    add(Fate::added, tr("%n added", nullptr, static_cast<int>(comparison.count(Fate::added))));
    add(Fate::removed, tr("%n removed", nullptr, static_cast<int>(comparison.count(Fate::removed))));
    add(Fate::changed, tr("%n changed", nullptr, static_cast<int>(comparison.count(Fate::changed))));
    add(Fate::renamed, tr("%n renamed", nullptr, static_cast<int>(comparison.count(Fate::renamed))));
    return parts.isEmpty() ? tr("The pipeline itself changed.") : parts.join(tr(", ", "between things of a list"));
}

void VersionsPage::choose(int row)
{
    m_fields->setFields(row < 0 ? std::vector<edit::FieldChange>() : m_differences->fields(row));
    if (row < 0 || m_isChoosing)
        return;
    const QScopedValueRollback guard(m_isChoosing, true);
    if (const QString step = m_differences->step(row); !step.isEmpty()) {
        m_graph->select({step});
        m_graph->setCurrent(step);
        m_graph->reveal(step);
        return;
    }
    m_graph->select({});
    const auto edge = m_differences->edge(row);
    if (!edge)
        return m_graph->chooseEdge(std::nullopt);
    for (const canvas::Edge& drawn : m_graph->graph().edges) {
        if (drawn.from == edge->from && drawn.to == edge->to && canvas::isChange(drawn.change))
            m_graph->chooseEdge(drawn);
    }
    m_graph->reveal(edge->from);
    m_graph->reveal(edge->to);
}

void VersionsPage::chooseStep(const QString& step)
{
    if (m_isChoosing)
        return;
    const QScopedValueRollback guard(m_isChoosing, true);
    const int row = m_differences->rowOf(step);
    m_listView->setCurrentIndex(row < 0 ? QModelIndex() : m_differences->index(row));
}

} // namespace penstock::designer
