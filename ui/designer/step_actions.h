#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include "core/session/command.h"
#include "ui/designer/canvas_editing.h"

class QMenu;

namespace penstock::designer {

// What can be done with the chosen steps or the chosen edge: by key, in the menu of the canvas, in the palette. An action that cannot
// be done now is disabled.
class StepActions final : public QObject {
    Q_OBJECT

public:
    // All outlive this; the keys work while `view` has the focus.
    StepActions(canvas::GraphView& view, PipelineEditor& editor, CanvasEditing& editing, QObject* parent);

    QList<QAction*> all() const;
    void setMore(const QList<QAction*>& onSteps, const QList<QAction*>& onGround); // at the end of the menus
    void fillMenu(QMenu& menu, const QString& id); // of the step, frame or note under the pointer; may be empty
    // hasRun: one from which results before the chosen steps can come.
    void refresh(bool mayRun, bool hasRun);

Q_SIGNALS:
    void runWanted(const penstock::session::StartRun& order);
    void logWanted(const QString& step);
    void foldWanted(const QString& frame); // or unfolded
    void problemMet(const QString& sentence);

private:
    QAction* make(const QString& text, const QKeySequence& keys, void (StepActions::*act)());
    void makeActions();
    QStringList chosen() const { return m_view.selection(); }
    QStringList stepNames() const; // of the chosen, without notes and frames
    std::vector<std::string> names() const;
    QStringList notes() const;
    QString chosenFrame() const;
    void offer();
    void copy();
    void cut();
    void paste();
    void duplicate();
    void remove();
    void heal();
    void rename();
    void link();
    void linkInARow();
    void toggle();
    void frame();
    void intoFrame();
    void outOfFrame();
    void note();
    void fold();
    void showLog();
    void runTo();
    void runFrom();
    void runOnly();
    void addCopies(const std::string& text, const QPointF& at);
    bool isDisabled(const QString& step) const;

    canvas::GraphView& m_view;
    PipelineEditor& m_editor;
    CanvasEditing& m_editing;
    QAction *m_offer = nullptr, *m_cut = nullptr, *m_copy = nullptr, *m_paste = nullptr, *m_duplicate = nullptr, *m_remove = nullptr, *m_heal = nullptr, *m_rename = nullptr,
            *m_link = nullptr, *m_row = nullptr, *m_toggle = nullptr, *m_log = nullptr, *m_runTo = nullptr, *m_runFrom = nullptr, *m_runOnly = nullptr,
            *m_frame = nullptr, *m_intoFrame = nullptr, *m_outOfFrame = nullptr, *m_note = nullptr, *m_fold = nullptr;
    QList<QAction*> m_onSteps, m_onGround;
    QString m_under; // a frame whose menu is open
};

} // namespace penstock::designer
