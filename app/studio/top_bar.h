#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace penstock::common {
class Label;
}

namespace penstock::studio {

// Where one is, the one search field for everything, and what can be done here: the last action is the primary one.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QMenu* menu, QWidget* parent = nullptr);

    void setPlace(const QString& workspace, const QString& place);
    void setActions(const QList<QAction*>& actions);
    void openMenu();

Q_SIGNALS:
    void searchWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* buttonFor(QAction* action);
    void clearButtons();

    common::Label* m_workspace;
    common::Label* m_place;
    QPushButton* m_search;
    QHBoxLayout* m_actions;
    QToolButton* m_menu;
    QMenu* m_commands;
    QList<QAction*> m_shown;
};

} // namespace penstock::studio
