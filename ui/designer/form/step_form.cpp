#include "ui/designer/form/step_form.h"

#include "core/edit/mends.h"
#include "core/messages/messages.h"
#include "ui/common/button.h"
#include "ui/common/form_row.h"
#include "ui/designer/form/field_editor.h"
#include "ui/designer/form/field_words.h"
#include "ui/designer/form/form_edits.h"
#include "ui/designer/form/form_section.h"
#include "ui/models/qt_text.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using format::YamlPath;
using models::qt;
using models::utf8;

namespace {

constexpr int pauseBeforeCheck = 300; // ms

} // namespace

StepForm::StepForm(PipelineEditor& editor, QHash<QString, bool>& folds, std::vector<PlannedSection> plan, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_folds(folds)
    , m_source(editor)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (PlannedSection& planned : plan) {
        if (planned.fields.empty())
            continue;
        Section& section = m_sections.emplace_back(Section{std::move(planned)});
        section.widget = new FormSection(section.plan.title, this);
        column->addWidget(section.widget);
        connect(section.widget, &FormSection::folded, this, [this, &section](bool open) {
            m_folds[qt(section.plan.id)] = open;
            refresh();
        });
        connect(section.widget, &FormSection::moreWanted, this, [this, &section] {
            section.wantsAll = true;
            refresh();
        });
    }
    connect(&editor, &PipelineEditor::editsWanted, this, &StepForm::takeOver);
    m_check.setSingleShot(true);
    m_check.setInterval(pauseBeforeCheck);
    connect(&m_check, &QTimer::timeout, this, [this] { report(m_typedAt, m_source.complaintAbout(m_typedAt, m_typed)); });
}

StepForm::~StepForm() { silence(); }

// A field that loses the focus because it goes would commit once more.
void StepForm::silence()
{
    m_check.stop();
    for (const auto& [below, row] : m_rows)
        row.editor->disconnect(this);
}

void StepForm::showPlaces(std::vector<YamlPath> bases)
{
    if (bases != m_source.bases()) {
        m_check.stop();
        for (Section& section : m_sections)
            section.wantsAll = false;
    }
    m_source.setBases(std::move(bases));
    refresh();
}

StepForm::Row& StepForm::rowOf(const PlannedField& planned)
{
    const auto found = m_rows.find(planned.below);
    if (found != m_rows.end())
        return found->second;
    FieldEditor* editor = makeEditor(planned.field, {m_source, planned.below, planned.isShort, true}, this);
    auto* form = new common::FormRow(fieldTitle(planned.below), editor, this);
    if (planned.isNameHidden)
        form->hideName();
    else if (QWidget* button = editor->headButton())
        form->addToHead(button);
    form->setHelp(fieldHelp(planned.below));
    Row& row = m_rows[planned.below] = {form, editor};
    connectRow(planned, row);
    return row;
}

void StepForm::connectRow(const PlannedField& planned, const Row& row)
{
    const YamlPath below = planned.below;
    connect(row.editor, &FieldEditor::committed, this, [this, below](const auto& value) { commit(below, value); });
    connect(row.editor, &FieldEditor::entryCommitted, this, [this, below](const QString& name, const auto& value) {
        apply(below, valueEdits(m_source.bases(), FormSource::joined(below, {utf8(name)}), value));
    });
    connect(row.editor, &FieldEditor::refused, row.form, &common::FormRow::setError);
    connect(row.editor, &FieldEditor::entryRenamed, this, [this, below](const QString& from, const QString& to) { apply(below, renames(below, from, to)); });
    connect(row.editor, &FieldEditor::entryMoved, this, [this, below](const QString& name, int by) { move(below, name, by); });
    connect(row.editor, &FieldEditor::unfinished, this, [this, below](const auto& value) { m_editor.setUnfinished(typedEdits(m_source, below, value)); });
    connect(row.editor, &FieldEditor::entryNameTyped, this, [this, below](const QString& from, const QString& to) { m_editor.setUnfinished(renames(below, from, to)); });
    connect(row.editor, &FieldEditor::typed, this, [this, below](const auto& value) {
        m_typedAt = below;
        m_typed = value;
        m_check.start();
        m_editor.setUnfinished(typedEdits(m_source, below, value));
    });
    connect(row.form, &common::FormRow::resetWanted, this, [this, below] { commit(below, std::nullopt); });
    connect(row.form, &common::FormRow::mendWanted, this, [this, below] { mend(below); });
    if (planned.field.type != pipeline::FieldType::names)
        return;
    auto* secrets = common::button(tr("Secrets…"), theme::Prominence::quiet); // the document names them; their values are elsewhere
    secrets->setToolTip(tr("Which secrets there are, and new values for them"));
    row.form->layout()->addWidget(secrets);
    row.form->layout()->setAlignment(secrets, Qt::AlignLeft);
    connect(secrets, &QPushButton::clicked, this, &StepForm::secretsWanted);
}

bool StepForm::isShown(const Section& section, const PlannedField& planned) const
{
    if (!planned.isRare || section.wantsAll)
        return true;
    const FormSource::Value value = m_source.valueOf(planned.below);
    return value.value || value.isMixed;
}

// A section in which nothing is set is folded until somebody opens it; then it shows what it has.
void StepForm::arrange(Section& section)
{
    const bool isUsed = std::ranges::any_of(section.plan.fields, [&](const PlannedField& planned) { return isShown(section, planned); });
    section.widget->setOpen(section.plan.title.isEmpty() || m_folds.value(qt(section.plan.id), isUsed));
    if (!section.widget->isOpen())
        return;
    section.wantsAll = section.wantsAll || !isUsed;
    QList<FormSection::Row> rows;
    QStringList hidden;
    for (const PlannedField& planned : section.plan.fields) {
        if (!isShown(section, planned)) {
            hidden.append(fieldTitle(planned.below));
            continue;
        }
        const Row& row = rowOf(planned);
        const FormSource::Value value = m_source.valueOf(planned.below);
        if (value.isMixed)
            row.editor->setMixed(value.shared);
        else
            row.editor->setValue(value.value);
        row.form->setGiven(value.value || value.isMixed, !planned.field.required);
        rows.append({row.form, planned.isShort, planned.startsLine});
    }
    section.widget->arrange(rows, hidden);
}

void StepForm::refresh()
{
    m_source.follow();
    for (Section& section : m_sections)
        arrange(section);
    showIssues();
}

void StepForm::showIssues()
{
    for (const auto& [below, row] : m_rows) {
        QString error, mendText;
        Complaints within;
        for (const YamlPath& base : m_source.bases()) {
            const std::string path = documentPath(FormSource::joined(base, below));
            error = firstComplaint(m_editor.issues(), path);
            if (error.isEmpty())
                continue;
            within = complaintsOf(m_editor.issues(), path);
            const auto issue = std::ranges::find_if(m_editor.issues(), [&](const pipeline::Issue& each) { return each.path == path || each.path.starts_with(path + '.'); });
            if (edit::mendOf(m_editor.document(), *issue))
                mendText = tr("Mend");
            break;
        }
        row.form->setError(error);
        row.form->setMend(mendText);
        row.editor->showComplaints(within);
    }
}

void StepForm::mend(const YamlPath& below)
{
    for (const YamlPath& base : m_source.bases()) {
        const std::string path = documentPath(FormSource::joined(base, below));
        for (const pipeline::Issue& issue : m_editor.issues()) {
            const auto mend = issue.path == path || issue.path.starts_with(path + '.') ? edit::mendOf(m_editor.document(), issue) : std::nullopt;
            if (mend)
                return report(below, m_editor.apply(*mend));
        }
    }
}

void StepForm::showLast(const LastValues& last)
{
    for (const auto& [below, row] : m_rows) {
        if (!row.form->isHidden())
            row.form->setHint(m_source.isOfOne() ? row.editor->lastValue(last) : QString());
    }
}

void StepForm::commit(const YamlPath& below, const std::optional<format::YamlValue>& value) { apply(below, valueEdits(m_source.bases(), below, value)); }

std::vector<edit::Edit> StepForm::renames(const YamlPath& below, const QString& from, const QString& to) const
{
    return renameEdits(m_editor.document(), m_source.bases(), below, utf8(from), utf8(to));
}

void StepForm::move(const YamlPath& below, const QString& entry, int by)
{
    const auto moved = moveEdit(m_editor.document(), m_source.bases().front(), below, utf8(entry), by);
    if (moved)
        apply(below, {*moved});
    else
        report(below, messages::sentence(moved.error()));
}

void StepForm::apply(const YamlPath& below, std::vector<edit::Edit> edits)
{
    if (m_typedAt == below)
        m_check.stop();
    m_editor.setUnfinished({});
    report(below, applyToAll(m_editor, std::move(edits)));
}

void StepForm::report(const YamlPath& below, const QString& problem)
{
    const auto row = m_rows.find(below);
    if (row != m_rows.end() && (!problem.isEmpty() || m_typedAt == below))
        row->second.form->setError(problem.isEmpty() && !m_source.bases().empty()
                                       ? firstComplaint(m_editor.issues(), documentPath(FormSource::joined(m_source.bases().front(), below)))
                                       : problem);
}

void StepForm::takeOver()
{
    if (const YamlPath* below = focused())
        m_rows.at(*below).editor->takeOver();
}

const YamlPath* StepForm::focused() const
{
    for (const auto& [below, row] : m_rows) {
        if (row.form->isAncestorOf(QApplication::focusWidget()))
            return &below;
    }
    return nullptr;
}

bool StepForm::resetFocused()
{
    const YamlPath* below = focused();
    if (below)
        commit(YamlPath(*below), std::nullopt);
    return below;
}

bool StepForm::mendFocused()
{
    const YamlPath* below = focused();
    if (below)
        mend(YamlPath(*below));
    return below;
}

void StepForm::focusEntry(const YamlPath& below, const QString& name)
{
    for (const Section& section : m_sections) {
        if (std::ranges::any_of(section.plan.fields, [&](const PlannedField& planned) { return planned.below == below; }))
            m_folds[qt(section.plan.id)] = true;
    }
    refresh();
    if (const auto row = m_rows.find(below); row != m_rows.end())
        row->second.editor->focusEntry(name);
}

void StepForm::focusFirst()
{
    for (const Section& section : m_sections) {
        for (const PlannedField& planned : section.plan.fields) {
            const auto row = m_rows.find(planned.below);
            if (row != m_rows.end() && !row->second.form->isHidden())
                return row->second.editor->setFocus(Qt::TabFocusReason);
        }
    }
}

} // namespace penstock::designer
