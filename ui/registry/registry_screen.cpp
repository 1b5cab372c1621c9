#include "ui/registry/registry_screen.h"

#include "ui/common/empty_state.h"
#include "ui/common/scrolled.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"
#include "ui/registry/version_page.h"

#include <QHeaderView>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

namespace penstock::registry_ui {

using models::qt;
using models::VersionsModel;

RegistryScreen::RegistryScreen(models::WorkspaceModel& workspace, QWidget* parent)
    : models::Screen(parent)
    , m_workspace(workspace)
    , m_lines(workspace)
    , m_versions(workspace)
    , m_list(models::rowList(&m_lines, tr("Model lines")))
    , m_table(models::rowTable(&m_versions, tr("Versions")))
    , m_page(new VersionPage(workspace))
{
    auto* split = new QSplitter;
    split->addWidget(buildList());
    split->addWidget(buildVersions());
    split->setStretchFactor(1, 1);
    split->setSizes({280, 1260});
    split->setChildrenCollapsible(false);
    setContent(split, new common::EmptyState(theme::Icon::models, tr("No model yet"),
                                             tr("A register step in a pipeline makes a version here: its number, what it was made of, and every move it makes.")));
    connect(&m_lines, &QAbstractItemModel::modelReset, this, &RegistryScreen::keepOneChosen);
    connect(&m_versions, &QAbstractItemModel::modelReset, this, &RegistryScreen::keepVersionChosen);
    setFocusProxy(m_table);
    keepOneChosen();
    keepVersionChosen();
}

QWidget* RegistryScreen::buildList()
{
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
    m_table->horizontalHeader()->setStretchLastSection(true);
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
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(models::onPanel(m_table));
    split->addWidget(common::scrolled(m_page, tr("Version")));
    split->setChildrenCollapsible(false);
    models::fitTable(split, m_table, 0, 360);
    return split;
}

QList<models::KeyGroup> RegistryScreen::keys() const
{
    return {{tr("Versions"), {{QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText), tr("open the run that made it")}}}};
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
    setEmpty(m_lines.rowCount() == 0);
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
