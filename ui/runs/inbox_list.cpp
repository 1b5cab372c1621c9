#include "ui/runs/inbox_list.h"

#include "ui/common/label.h"
#include "ui/models/item_views.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QVBoxLayout>

namespace penstock::runs {

using theme::Metrics;

InboxList::InboxList(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_events(workspace)
    , m_list(models::rowList(&m_events, tr("Events from outside")))
    , m_nothing(common::secondary(tr("No event came in yet. `penstock emit NAME` sends one; a pipeline listens to it with `on: {event: NAME}`.")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_list, 1);
    m_nothing->setFit(common::Label::Fit::wrap);
    m_nothing->setContentsMargins(Metrics::margin, 0, Metrics::margin, Metrics::margin);
    column->addWidget(m_nothing);
    setFocusProxy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const auto run = m_events.runAt(index))
            Q_EMIT runChosen(*run);
        Q_EMIT currentChanged();
    });
    const auto showNothing = [this] { m_nothing->setVisible(m_events.rowCount() == 0); };
    connect(&m_events, &QAbstractItemModel::modelReset, this, showNothing);
    connect(&m_events, &QAbstractItemModel::rowsInserted, this, showNothing);
    showNothing();
}

QList<std::pair<QString, QString>> InboxList::keys() { return {{QStringLiteral("↑ ↓"), tr("another event")}}; }

std::optional<EventId> InboxList::current() const { return m_events.eventAt(m_list->currentIndex()); }

} // namespace penstock::runs
