// Ctrl+1, Ctrl+2 … open the tabs of a screen, as Alt+1 … opens the screens.
#pragma once

#include <QList>
#include <QString>
#include <Qt>

#include <utility>

class QTabBar;
class QWidget;

namespace penstock::models {

// The keys work while `screen` is seen; the tool tips of the tabs name them.
void giveKeys(QTabBar* tabs, QWidget* screen, Qt::KeyboardModifiers with = Qt::ControlModifier);
QList<std::pair<QString, QString>> keysOfTabs(const QTabBar* tabs, Qt::KeyboardModifiers with = Qt::ControlModifier); // for the sheet of keys

} // namespace penstock::models
