// The lists and tables of the screens: rows without a grid, one chosen at a time, drawn by the delegates of this folder.
#pragma once

#include <QString>

class QAbstractItemModel;
class QListView;
class QSplitter;
class QTableView;
class QWidget;

namespace penstock::models {

// Rows with a state mark and lines below (RowDelegate). `name` is what assistive tools say.
QListView* rowList(QAbstractItemModel* model, const QString& name);

// Rows of cells (MarkDelegate); nothing is edited in place but ticks.
QTableView* rowTable(QAbstractItemModel* model, const QString& name);

// The table on its panel, in line with the texts around it.
QWidget* onPanel(QTableView* table);

// The table at the top of an upright splitter gets as much as its rows need, at most `most` pixels, until a person moves
// the handle. `above` is what stands over the table.
void fitTable(QSplitter* splitter, QTableView* table, int above, int most);

} // namespace penstock::models
