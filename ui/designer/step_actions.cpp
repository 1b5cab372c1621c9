#include "ui/designer/step_actions.h"

#include "core/edit/clipboard.h"
#include "core/messages/messages.h"
#include "ui/designer/drawn_edits.h"
#include "ui/models/qt_text.h"

#include <QClipboard>
#include <QCursor>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using models::utf8;

namespace {

const QString stepsType = u"application/x-penstock-steps+yaml"_s;
constexpr QPointF besideTheFirst{32, 32}; // where copies stand

} // namespace

StepActions::StepActions(canvas::GraphView& view, PipelineEditor& editor, CanvasEditing& editing, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_editor(editor)
    , m_editing(editing)
{
    makeActions();
    view.setNodeActions({m_log, m_runTo, m_runFrom, m_runOnly, m_rename, m_link, m_row, m_toggle, m_frame, m_intoFrame, m_outOfFrame, m_cut, m_copy, m_duplicate, m_remove, m_heal});
    connect(&view, &canvas::GraphView::menuRequested, this, [this](const QString& step, const QPoint& global) {
        QMenu menu;
        fillMenu(menu, step);
        menu.exec(global);
        m_under.clear();
        m_fold->setVisible(true);
    });
}

QAction* StepActions::make(const QString& text, const QKeySequence& keys, void (StepActions::*act)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view.addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void StepActions::makeActions()
{
    m_offer = make(tr("New step…"), {}, &StepActions::offer); // its key is Tab, which the canvas takes itself
    m_cut = make(tr("Cut"), QKeySequence::Cut, &StepActions::cut);
    m_copy = make(tr("Copy"), QKeySequence::Copy, &StepActions::copy);
    m_paste = make(tr("Paste"), QKeySequence::Paste, &StepActions::paste);
    m_duplicate = make(tr("Duplicate"), Qt::CTRL | Qt::Key_D, &StepActions::duplicate);
    m_remove = make(tr("Delete"), QKeySequence::Delete, &StepActions::remove);
    m_heal = make(tr("Delete and heal"), Qt::CTRL | Qt::Key_Delete, &StepActions::heal);
    m_rename = make(tr("Rename"), Qt::Key_F2, &StepActions::rename);
    m_link = make(tr("Link to…"), Qt::Key_C, &StepActions::link);
    m_row = make(tr("Link in a row"), Qt::SHIFT | Qt::Key_L, &StepActions::linkInARow);
    m_toggle = make(tr("Disable"), Qt::Key_D, &StepActions::toggle);
    m_frame = make(tr("Frame"), Qt::CTRL | Qt::Key_G, &StepActions::frame);
    m_intoFrame = make(tr("Put into a frame…"), Qt::SHIFT | Qt::Key_G, &StepActions::intoFrame);
    m_outOfFrame = make(tr("Take out of the frame"), Qt::SHIFT | Qt::Key_U, &StepActions::outOfFrame);
    m_note = make(tr("Note"), Qt::Key_N, &StepActions::note);
    m_fold = make(tr("Fold or unfold the frame"), Qt::Key_F, &StepActions::fold);
    m_log = make(tr("Show the log"), Qt::Key_L, &StepActions::showLog);
    m_runTo = make(tr("Run to here"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, &StepActions::runTo);
    m_runFrom = make(tr("Run from here"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, &StepActions::runFrom);
    m_runOnly = make(tr("Run only this"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, &StepActions::runOnly);
}

QList<QAction*> StepActions::all() const
{
    return {m_offer, m_cut, m_copy, m_paste, m_duplicate, m_remove, m_heal, m_rename, m_link, m_row, m_toggle, m_frame, m_intoFrame, m_outOfFrame, m_note, m_fold, m_log, m_runTo, m_runFrom, m_runOnly};
}

void StepActions::setMore(const QList<QAction*>& onSteps, const QList<QAction*>& onGround)
{
    m_onSteps = onSteps;
    m_onGround = onGround;
}

void StepActions::fillMenu(QMenu& menu, const QString& id)
{
    m_under = isFrame(id) ? id : QString();
    if (m_view.chosenEdge() && id.isEmpty()) {
        menu.addAction(m_remove);
    } else if (isFrame(id) || isNote(id)) {
        menu.addActions({m_fold, m_rename, m_remove});
        m_fold->setVisible(isFrame(id));
    } else if (!id.isEmpty()) {
        menu.addActions({m_log, m_runTo, m_runFrom, m_runOnly});
        menu.addSeparator();
        menu.addActions({m_rename, m_link, m_row, m_toggle, m_frame, m_intoFrame, m_outOfFrame});
        menu.addSeparator();
        menu.addActions({m_cut, m_copy, m_duplicate, m_remove, m_heal});
        menu.addSeparator();
        menu.addActions(m_onSteps);
    } else {
        menu.addActions({m_offer, m_paste, m_note});
        menu.addSeparator();
        menu.addActions(m_onGround);
    }
}

void StepActions::refresh(bool mayRun, bool hasRun)
{
    const bool editable = m_editor.isOpen() && m_editor.document().isEditable();
    const auto count = static_cast<qsizetype>(names().size());
    for (QAction* action : {m_cut, m_duplicate, m_heal, m_toggle})
        action->setEnabled(editable && count > 0);
    m_copy->setEnabled(count > 0 && m_editor.isOpen());
    m_remove->setEnabled(editable && (!chosen().isEmpty() || m_view.chosenEdge()));
    m_rename->setEnabled(editable && chosen().size() == 1);
    m_link->setEnabled(editable && count == 1);
    m_row->setEnabled(editable && count > 1);
    m_frame->setEnabled(editable && count > 0);
    m_intoFrame->setEnabled(editable && count > 0 && !m_view.graph().frames.empty());
    m_outOfFrame->setEnabled(editable && !framesHolding(m_editor.document().pipeline(), stepNames()).isEmpty());
    m_fold->setEnabled(!chosenFrame().isEmpty());
    for (QAction* action : {m_offer, m_paste, m_note})
        action->setEnabled(editable);
    m_log->setEnabled(count == 1);
    m_runTo->setEnabled(mayRun && count > 0);
    for (QAction* action : {m_runFrom, m_runOnly})
        action->setEnabled(mayRun && hasRun && count > 0);
    m_toggle->setText(count > 0 && isDisabled(chosen().first()) ? tr("Enable") : tr("Disable"));
}

bool StepActions::isDisabled(const QString& step) const
{
    const pipeline::Step* found = m_editor.isOpen() ? m_editor.document().pipeline().step(utf8(step)) : nullptr;
    return found && !found->enabled;
}

QStringList StepActions::stepNames() const
{
    QStringList steps = chosen();
    steps.removeIf([](const QString& id) { return isNote(id) || isFrame(id); });
    return steps;
}

std::vector<std::string> StepActions::names() const
{
    std::vector<std::string> names;
    for (const QString& step : stepNames())
        names.push_back(utf8(step));
    return names;
}

QStringList StepActions::notes() const
{
    QStringList notes = chosen();
    notes.removeIf([](const QString& id) { return !isNote(id); });
    return notes;
}

// The one whose menu is open, that is folded and chosen, or that holds the first chosen step.
QString StepActions::chosenFrame() const
{
    if (!m_under.isEmpty())
        return m_under;
    const QString first = chosen().value(0);
    if (isFrame(first))
        return first;
    for (const canvas::NodeFrame& frame : m_view.graph().frames) {
        if (!first.isEmpty() && frame.nodes.contains(first))
            return frame.id;
    }
    return {};
}

void StepActions::offer() { m_editing.offerSteps({m_view.toScene(m_view.underMouse() ? m_view.mapFromGlobal(QCursor::pos()) : m_view.rect().center()), std::nullopt}); }

void StepActions::copy()
{
    const QString text = qt(edit::copied(m_editor.document(), names()));
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(stepsType, text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

void StepActions::cut()
{
    copy();
    m_editing.apply(edit::RemoveSteps{names()});
}

void StepActions::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data || !data->hasText())
        return Q_EMIT problemMet(tr("There is no text on the clipboard: copy steps first, here or as YAML from anywhere."));
    const QPoint pointer = m_view.mapFromGlobal(QCursor::pos());
    addCopies(utf8(data->text()), m_view.toScene(m_view.rect().contains(pointer) ? pointer : m_view.rect().center()));
}

void StepActions::duplicate()
{
    const QRect first = m_view.viewRect(chosen().first());
    addCopies(edit::copied(m_editor.document(), names()), m_view.toScene(first.topLeft()) + besideTheFirst);
}

void StepActions::addCopies(const std::string& text, const QPointF& at)
{
    auto add = edit::pasted(m_editor.document(), text, format::NodePosition{at.x(), at.y()});
    if (!add)
        return Q_EMIT problemMet(messages::sentence(add.error()));
    QStringList made;
    for (const edit::NewStep& step : add->steps)
        made.append(qt(step.name));
    m_editing.apply(*add, made);
}

void StepActions::remove()
{
    if (!m_under.isEmpty())
        return m_editing.apply(withoutDrawn(m_under));
    if (const auto edge = m_view.chosenEdge())
        return m_editing.removeEdge(*edge);
    edit::RemoveSteps steps{names()};
    if (notes().isEmpty())
        return m_editing.apply(steps);
    edit::Several all{{"edit.remove_chosen", {}}, {}};
    if (!steps.steps.empty())
        all.edits.emplace_back(std::move(steps));
    for (const QString& note : notes())
        all.edits.push_back(withoutDrawn(note));
    m_editing.apply(all);
}

void StepActions::heal() { m_editing.apply(edit::RemoveSteps{names(), true}); }

void StepActions::rename() { m_editing.rename(m_under.isEmpty() ? chosen().first() : m_under); }

void StepActions::frame() { m_editing.drawn().frame(stepNames()); }

void StepActions::intoFrame() { m_editing.drawn().offer(stepNames()); }

void StepActions::outOfFrame() { m_editing.drawn().reframe(stepNames(), {framesHolding(m_editor.document().pipeline(), stepNames()), {}}); }

void StepActions::note() { m_editing.drawn().note(m_view.toScene(m_view.underMouse() ? m_view.mapFromGlobal(QCursor::pos()) : m_view.rect().center())); }

void StepActions::fold() { Q_EMIT foldWanted(chosenFrame()); }

void StepActions::link() { m_editing.offerLinks(chosen().first()); }

void StepActions::linkInARow() { m_editing.linkInARow(stepNames()); }

void StepActions::toggle() { m_editing.apply(edit::SetEnabled{names(), isDisabled(chosen().first())}); }

void StepActions::showLog() { Q_EMIT logWanted(chosen().first()); }

void StepActions::runTo()
{
    session::StartRun order{utf8(m_editor.file())};
    order.to = names();
    Q_EMIT runWanted(order);
}

void StepActions::runFrom()
{
    session::StartRun order{utf8(m_editor.file())};
    order.from = names();
    Q_EMIT runWanted(order);
}

void StepActions::runOnly()
{
    session::StartRun order{utf8(m_editor.file())};
    order.from = order.to = names();
    Q_EMIT runWanted(order);
}

} // namespace penstock::designer
