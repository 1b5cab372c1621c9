#include "ui/registry/registry_screen.h"

#include "ui/common/empty_state.h"
#include "ui/models/qt_text.h"
#include "ui/models/row_delegate.h"
#include "ui/registry/version_page.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace penstock::registry_ui {

using models::qt;
using models::VersionsModel;
using theme::Metrics;

RegistryScreen::RegistryScreen(models::WorkspaceModel& workspace, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_lines(workspace)
    , m_versions(workspace)
    , m_pages(new QStackedWidget)
    , m_list(new QListView)
    , m_table(new QTableView)
    , m_page(new VersionPage(workspace))
{
    auto* split = new QSplitter;
    split->addWidget(buildList());
    split->addWidget(buildVersions());
    split->setStretchFactor(1, 1);
    split->setSizes({280, 1260});
    split->setChildrenCollapsible(false);
    m_pages->addWidget(split);
    m_pages->addWidget(new common::EmptyState(theme::Icon::models, tr("No model yet"),
                                              tr("A register step in a pipeline makes a version here: its number, what it was made of, and every move it makes.")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pages);
    connect(&m_lines, &QAbstractItemModel::modelReset, this, &RegistryScreen::keepOneChosen);
    connect(&m_versions, &QAbstractItemModel::modelReset, this, &RegistryScreen::keepVersionChosen);
    keepOneChosen();
    keepVersionChosen();
}

QWidget* RegistryScreen::buildList()
{
    m_list->setModel(&m_lines);
    m_list->setItemDelegate(new models::RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Model lines"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const auto line = m_lines.lineAt(index);
        if (!line || line == m_line)
            return;
        m_line = line;
        m_versions.setLine(line);
        Q_EMIT placeChanged();
    });
    return m_list;
}

QWidget* RegistryScreen::buildVersions()
{
    m_table->setModel(&m_versions);
    m_table->setItemDelegate(new models::MarkDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Versions"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Metrics::row + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto& [column, width] : {std::pair(VersionsModel::VersionColumn, 180), {VersionsModel::StageColumn, 130}, {VersionsModel::RunColumn, 130},
                                        {VersionsModel::RegisteredColumn, 150}, {VersionsModel::WhoColumn, 150}})
        m_table->setColumnWidth(column, width);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const auto version = m_versions.versionAt(index)) {
            m_version = version;
            showVersion();
        }
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const QString run = index.siblingAtColumn(VersionsModel::RunColumn).data().toString();
        Q_EMIT targetChosen({models::Target::Kind::run, run, {}});
    });
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Version"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_table);
    split->addWidget(scroll);
    split->setSizes({320, 520});
    split->setChildrenCollapsible(false);
    return split;
}

QString RegistryScreen::place() const { return m_line ? qt(m_line->text()) : tr("models"); }

void RegistryScreen::show(const models::Target& target)
{
    const auto version = VersionId::parse(models::utf8(target.id));
    if (!version)
        return;
    m_list->setCurrentIndex(m_lines.indexOf(version->line));
    m_version = version;
    keepVersionChosen();
}

void RegistryScreen::keepOneChosen()
{
    m_pages->setCurrentIndex(m_lines.rowCount() > 0 ? 0 : 1);
    const QModelIndex current = m_line ? m_lines.indexOf(*m_line) : QModelIndex();
    m_list->setCurrentIndex(current.isValid() ? current : m_lines.index(0));
    Q_EMIT placeChanged();
}

void RegistryScreen::keepVersionChosen()
{
    const QModelIndex current = m_version ? m_versions.indexOf(*m_version) : QModelIndex();
    m_table->setCurrentIndex(current.isValid() ? current : m_versions.index(0, VersionsModel::VersionColumn));
    showVersion();
}

void RegistryScreen::showVersion()
{
    const registry::Version* version = m_version ? m_workspace.view().registry.version(*m_version) : nullptr;
    m_page->setVisible(version != nullptr);
    if (version)
        m_page->show(*version);
}

} // namespace penstock::registry_ui
