#include "ui/runs/run_list.h"

#include "ui/common/label.h"
#include "ui/models/item_views.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace penstock::runs {

using theme::Metrics;

RunList::RunList(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_runs(workspace)
    , m_shown(m_runs, workspace)
    , m_filter(new QLineEdit)
    , m_list(models::rowList(&m_shown, tr("Runs")))
    , m_nothing(common::secondary(tr("No run fits this filter.")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(Metrics::gap);
    m_filter->setPlaceholderText(tr("Filter, e.g. state:failed since:7d"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFont(theme::Theme::font(theme::Type::mono));
    auto* field = new QHBoxLayout;
    field->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    field->addWidget(m_filter);
    column->addLayout(field);

    m_list->setModelColumn(models::RunsModel::RunColumn);
    m_list->setUniformItemSizes(true);
    column->addWidget(m_list, 1);
    m_nothing->setContentsMargins(Metrics::margin, 0, Metrics::margin, Metrics::margin);
    column->addWidget(m_nothing);

    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_shown.setQuery(RunQuery::parse(text)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const auto run = m_runs.runAt(m_shown.mapToSource(index));
        if (!run || run == m_current)
            return;
        m_current = run;
        Q_EMIT currentChanged();
    });
    connect(&m_shown, &QAbstractItemModel::modelReset, this, &RunList::keepOneChosen);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, &RunList::keepOneChosen);
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, &RunList::keepOneChosen);
    setFocusProxy(m_list);
    keepOneChosen();
}

QList<std::pair<QString, QString>> RunList::keys() { return {{QStringLiteral("Ctrl+L"), tr("filter the runs")}, {QStringLiteral("↑ ↓"), tr("another run")}}; }

std::optional<RunId> RunList::current() const { return m_current; }

void RunList::choose(const RunId& run)
{
    const QModelIndex source = m_runs.indexOf(run);
    if (!source.isValid())
        return;
    if (!m_shown.mapFromSource(source).isValid())
        m_filter->clear();
    const QModelIndex shown = m_shown.mapFromSource(source);
    m_list->setCurrentIndex(shown);
    m_list->scrollTo(shown);
}

void RunList::keepOneChosen()
{
    m_nothing->setVisible(m_shown.rowCount() == 0 && m_runs.rowCount() > 0);
    const QModelIndex current = m_current ? m_shown.mapFromSource(m_runs.indexOf(*m_current)) : QModelIndex();
    if (current.isValid())
        m_list->setCurrentIndex(current);
    else if (m_shown.rowCount() > 0)
        m_list->setCurrentIndex(m_shown.index(0, models::RunsModel::RunColumn));
}

} // namespace penstock::runs
