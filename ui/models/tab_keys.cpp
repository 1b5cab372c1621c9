#include "ui/models/tab_keys.h"

#include <QKeySequence>
#include <QShortcut>
#include <QTabBar>

namespace penstock::models {

namespace {

constexpr int most = 9;

QKeySequence keyOf(int tab, Qt::KeyboardModifiers with) { return QKeySequence(with | static_cast<Qt::Key>(Qt::Key_1 + tab)); }

} // namespace

void giveKeys(QTabBar* tabs, QWidget* screen, Qt::KeyboardModifiers with)
{
    for (int tab = 0; tab < std::min(tabs->count(), most); ++tab) {
        const QString key = keyOf(tab, with).toString(QKeySequence::NativeText);
        tabs->setTabToolTip(tab, QStringLiteral("%1 (%2)").arg(tabs->tabText(tab), key));
        auto* shortcut = new QShortcut(keyOf(tab, with), screen);
        QObject::connect(shortcut, &QShortcut::activated, tabs, [tabs, tab] { tabs->setCurrentIndex(tab); });
    }
}

QList<std::pair<QString, QString>> keysOfTabs(const QTabBar* tabs, Qt::KeyboardModifiers with)
{
    QList<std::pair<QString, QString>> keys;
    for (int tab = 0; tab < std::min(tabs->count(), most); ++tab)
        keys.append({keyOf(tab, with).toString(QKeySequence::NativeText), tabs->tabText(tab)});
    return keys;
}

} // namespace penstock::models
