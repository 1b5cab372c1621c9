#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include "ui/canvas/graph_view.h"

#include <memory>

class QMenu;

namespace penstock::designer {

// Finding, choosing and arranging on a canvas, by key and in menus.
class ViewActions final : public QObject {
    Q_OBJECT

public:
    // The view outlives this; the keys work while it has the focus.
    ViewActions(canvas::GraphView& view, QObject* parent);
    ~ViewActions() override;

    QList<QAction*> all() const;
    QAction* findAction() const { return m_find; }
    QAction* selectMenu() const;
    QAction* arrangeMenu() const;
    void refresh();
    void find(); // a node, by any word of it

private:
    QAction* make(QMenu& menu, const QString& text, const QKeySequence& keys, const std::function<void()>& act);
    void makeSelecting();
    void makeArranging();

    canvas::GraphView& m_view;
    std::unique_ptr<QMenu> m_select, m_arrange;
    QAction *m_find, *m_related, *m_overview;
};

} // namespace penstock::designer
