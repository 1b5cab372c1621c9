#include "ui/designer/form/inspector.h"

#include "core/messages/messages.h"
#include "ui/common/reading_order.h"
#include "ui/designer/form/form_plan.h"
#include "ui/designer/form/last_values.h"
#include "ui/designer/form/step_form.h"
#include "ui/designer/form/step_head.h"
#include "ui/models/qt_text.h"

#include <QApplication>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

const pipeline::KindDescription& kindOf(const pipeline::Step* step) { return pipeline::describe(step->kind()); }

} // namespace

Inspector::Inspector(PipelineEditor& editor, QWidget* parent)
    : QScrollArea(parent)
    , m_editor(editor)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Step"));
    viewport()->setBackgroundRole(QPalette::Base);
    addKeys();
    connect(&editor, &PipelineEditor::changed, this, &Inspector::refresh);
    connect(&editor, &QObject::destroyed, this, &Inspector::silence);
    rebuild();
}

Inspector::~Inspector() { silence(); }

void Inspector::silence()
{
    if (m_head)
        m_head->disconnect(this);
    if (m_form)
        m_form->silence();
}

void Inspector::addKeys()
{
    const auto add = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_F2, [this] { startRenaming(); });
    add(Qt::ALT | Qt::Key_Delete, [this] {
        if (m_form)
            m_form->resetFocused();
    });
    add(Qt::ALT | Qt::Key_Return, [this] {
        if (m_form)
            m_form->mendFocused();
    });
}

QList<std::pair<QString, QString>> Inspector::keys()
{
    return {{QStringLiteral("F2"), tr("rename the step")},
            {QStringLiteral("Ctrl+Space"), tr("what can be written here")},
            {QStringLiteral("Ctrl+Enter"), tr("take over what was typed into a field of several lines")},
            {QStringLiteral("Alt+Enter"), tr("mend what is wrong in the field")},
            {QStringLiteral("Alt+Delete"), tr("the field back to its default, or the row away")},
            {QStringLiteral("Alt+Up, Alt+Down"), tr("move a branch")}};
}

void Inspector::showStep(const QString& step) { showSteps(step.isEmpty() ? QStringList() : QStringList{step}); }

void Inspector::showSteps(const QStringList& steps)
{
    if (steps == m_steps)
        return;
    if (m_form)
        m_form->takeOver();
    m_editor.setUnfinished({});
    m_steps = steps;
    m_state.clear();
    if (planKey() != m_plan || m_editor.file() != m_file || !m_form)
        return rebuild();
    m_form->showPlaces(bases());
    refreshHead();
}

std::vector<const pipeline::Step*> Inspector::steps() const
{
    std::vector<const pipeline::Step*> found;
    for (const QString& name : m_steps) {
        const pipeline::Step* step = m_editor.isOpen() ? m_editor.document().pipeline().step(utf8(name)) : nullptr;
        if (step)
            found.push_back(step);
    }
    return found;
}

QString Inspector::planKey() const
{
    QStringList keys;
    for (const pipeline::Step* step : steps())
        keys.append(qt(kindOf(step).key));
    const bool several = keys.size() > 1;
    keys.removeDuplicates();
    keys.sort();
    return keys.join(QLatin1Char('+')) + (several ? QStringLiteral("*") : QString());
}

std::vector<format::YamlPath> Inspector::bases() const
{
    std::vector<format::YamlPath> paths;
    for (const pipeline::Step* step : steps())
        paths.push_back({"steps", step->name});
    if (paths.empty())
        paths.emplace_back();
    return paths;
}

void Inspector::rebuild()
{
    m_plan = planKey();
    m_file = m_editor.file();
    m_editor.setUnfinished({}); // of the form that goes
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(16);
    if (m_editor.isOpen()) {
        std::vector<const pipeline::KindDescription*> kinds;
        for (const pipeline::Step* step : steps())
            kinds.push_back(&kindOf(step));
        m_head = new StepHead;
        m_form = new StepForm(m_editor, m_folds, kinds.empty() ? FormPlan::ofPipeline() : kinds.size() == 1 ? FormPlan::ofKind(*kinds.front()) : FormPlan::common(kinds));
        m_form->setLastValue(m_last);
        column->addWidget(m_head);
        column->addWidget(m_form);
        connect(m_head, &StepHead::renamed, this, &Inspector::renameTo);
        connect(m_head, &StepHead::nameTyped, this, [this](const QString& name) { m_editor.setUnfinished({edit::RenameStep{utf8(step()), utf8(name)}}); });
        connect(m_head, &StepHead::switched, this, [this](bool enabled) {
            edit::SetEnabled edit{{}, enabled};
            for (const pipeline::Step* step : steps())
                edit.steps.push_back(step->name);
            m_head->setProblem(m_editor.apply(edit));
        });
        connect(m_form, &StepForm::secretsWanted, this, &Inspector::askForSecrets);
        m_form->showPlaces(bases());
    }
    column->addStretch(1);
    setWidget(page);
    refreshHead();
}

// While the text is no YAML, the form stays as it was and waits.
void Inspector::refresh()
{
    const bool canEdit = m_editor.isOpen() && m_editor.document().isEditable();
    if (widget())
        widget()->setEnabled(canEdit);
    if (!canEdit && m_form && m_editor.file() == m_file)
        return;
    if (planKey() != m_plan || m_editor.file() != m_file || !m_form)
        return rebuild();
    m_form->showPlaces(bases());
    refreshHead();
}

void Inspector::refreshHead()
{
    if (!m_head)
        return;
    const std::vector<const pipeline::Step*> shown = steps();
    const auto enabled = std::ranges::count_if(shown, &pipeline::Step::enabled);
    const Qt::CheckState state = enabled == 0 ? Qt::Unchecked : static_cast<std::size_t>(enabled) == shown.size() ? Qt::Checked : Qt::PartiallyChecked;
    if (shown.size() == 1)
        m_head->showStep(qt(shown.front()->name), state);
    else if (shown.empty())
        m_head->showOther(m_editor.file().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0), false, Qt::Checked);
    else
        m_head->showOther(tr("%1 steps").arg(shown.size()), true, state);
    setState(m_state);
}

void Inspector::setState(const QString& state)
{
    m_state = state;
    if (!m_head)
        return;
    const std::vector<const pipeline::Step*> shown = steps();
    if (shown.empty() && !m_steps.isEmpty())
        return; // the text makes no sense just now
    if (shown.empty())
        return m_head->setWhat(tr("Pipeline · choose a step to see and change what it does"));
    QStringList kinds;
    for (const pipeline::Step* step : shown)
        kinds.append(messages::text("kind." + std::string(kindOf(step).key)));
    kinds.removeDuplicates();
    const QString what = kinds.join(tr(", "));
    if (shown.size() > 1)
        m_head->setWhat(tr("%1 · what is set here is set in all of them").arg(what));
    else
        m_head->setWhat(state.isEmpty() ? what : tr("%1 · %2", "kind and state of a step").arg(what, state));
}

void Inspector::setLastValue(FormSource::LastValue last)
{
    m_last = std::move(last);
    if (m_form)
        m_form->setLastValue(m_last);
}

void Inspector::showLast(const engine::WorkspaceState& state, const ShownRun& run)
{
    if (m_form)
        m_form->showLast(LastValues(state, run, utf8(step())));
}

void Inspector::renameTo(const QString& name)
{
    const QString before = step();
    m_editor.setUnfinished({});
    m_steps = {name}; // what follows the change finds the step under its new name
    const QString problem = m_editor.apply(edit::RenameStep{utf8(before), utf8(name)});
    if (problem.isEmpty())
        return Q_EMIT renamed(name);
    m_steps = {before};
    refreshHead();
    m_head->setProblem(problem);
}

void Inspector::askForSecrets()
{
    const std::vector<const pipeline::Step*> shown = steps();
    const auto* command = shown.size() == 1 ? std::get_if<pipeline::Command>(&shown.front()->body) : nullptr;
    Q_EMIT secretsWanted(command && !command->secrets.empty() ? qt(command->secrets.front().second) : QString());
}

bool Inspector::focusNextPrevChild(bool next)
{
    QWidget* to = widget() ? common::nextInReadingOrder(*widget(), QApplication::focusWidget(), next) : nullptr;
    const bool isInside = to;
    if (!to)
        to = common::nextOutside(*this, next);
    if (!to)
        return false;
    to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    if (isInside)
        ensureWidgetVisible(to);
    return true;
}

void Inspector::startRenaming()
{
    if (m_head)
        m_head->startRenaming();
}

void Inspector::focusEntry(const format::YamlPath& below, const QString& name)
{
    if (m_form)
        m_form->focusEntry(below, name);
}

void Inspector::focusFirst()
{
    if (m_form)
        m_form->focusFirst();
    else
        setFocus();
}

} // namespace penstock::designer
