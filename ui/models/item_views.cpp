#include "ui/models/item_views.h"

#include "ui/models/row_delegate.h"

#include <QHeaderView>
#include <QListView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace penstock::models {

QListView* rowList(QAbstractItemModel* model, const QString& name)
{
    auto* list = new QListView;
    list->setModel(model);
    list->setItemDelegate(new RowDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setAccessibleName(name);
    return list;
}

QTableView* rowTable(QAbstractItemModel* model, const QString& name)
{
    auto* table = new QTableView;
    table->setModel(model);
    table->setItemDelegate(new MarkDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme::Metrics::row + theme::Metrics::unit);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QWidget* onPanel(QTableView* table)
{
    auto* panel = new QWidget;
    panel->setBackgroundRole(QPalette::Base);
    panel->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(10, 0, 10, 0); // and six in each cell
    column->addWidget(table);
    panel->setFocusProxy(table);
    return panel;
}

void fitTable(QSplitter* splitter, QTableView* table, int above, int most)
{
    const auto fit = [splitter, table, above, most] {
        const int rows = table->model()->rowCount() * table->verticalHeader()->defaultSectionSize();
        const int wanted = std::clamp(above + table->horizontalHeader()->sizeHint().height() + rows + theme::Metrics::margin, 140, most);
        const int all = std::max(splitter->height(), 2 * most);
        splitter->setSizes({wanted, all - wanted});
    };
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    fit();
    const auto onReset = QObject::connect(table->model(), &QAbstractItemModel::modelReset, splitter, fit);
    const auto onInsert = QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, splitter, fit);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [onReset, onInsert] {
        QObject::disconnect(onReset);
        QObject::disconnect(onInsert);
    });
}

} // namespace penstock::models
