#include "ui/designer/inspector.h"

#include "core/messages/messages.h"
#include "ui/common/button.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/designer/field_editor.h"
#include "ui/models/qt_text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::designer {

using format::YamlPath;
using models::qt;
using models::utf8;
using pipeline::Field;
using pipeline::FieldType;

namespace {

std::string joined(const YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

YamlPath below(YamlPath path, std::string_view key)
{
    path.emplace_back(key);
    return path;
}

QString idText(const std::string& id)
{
    const QString text = messages::text(id);
    return messages::has(id) ? text : qt(id.substr(id.rfind('.') + 1));
}

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
    connect(&editor, &PipelineEditor::changed, this, &Inspector::refresh);
    rebuild();
}

void Inspector::showStep(const QString& step)
{
    if (step == m_step)
        return;
    m_step = step;
    m_state.clear();
    rebuild();
}

const format::YamlNode* Inspector::node(const YamlPath& path) const
{
    const auto& tree = m_editor.document().read().tree;
    return tree ? tree->find(path) : nullptr;
}

QString Inspector::kindKey() const
{
    if (!m_editor.isOpen() || m_step.isEmpty())
        return {};
    const pipeline::Step* step = m_editor.document().pipeline().step(utf8(m_step));
    return step ? qt(pipeline::describe(step->kind()).key) : QString();
}

void Inspector::rebuild()
{
    m_rows.clear();
    m_first.clear();
    m_kind = kindKey();
    m_file = m_editor.file();
    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    if (!m_kind.isEmpty())
        addStep(column);
    else if (m_editor.isOpen())
        addPipeline(column);
    column->addStretch(1);
    setWidget(page);
    refresh();
}

void Inspector::addHead(QVBoxLayout* column, const QString& name)
{
    column->addWidget(new common::Label(name, theme::Type::heading));
    m_what = common::secondary({});
    m_what->setFit(common::Label::Fit::wrap);
    column->addWidget(m_what);
    column->addSpacing(theme::Metrics::unit);
}

void Inspector::addStep(QVBoxLayout* column)
{
    const pipeline::KindDescription& kind = *pipeline::kindByKey(utf8(m_kind));
    addHead(column, m_step);
    const YamlPath base{"steps", utf8(m_step)};
    if (kind.body.type == FieldType::object)
        addFields(column, kind.body.fields, below(base, kind.key), true);
    else
        addField(column, kind.body, base);
    addFields(column, kind.own, base, false);
    addSection(column, tr("Order and meaning"));
    addFields(column, pipeline::commonStepFields(), base, false);
}

// While no step is chosen: what holds for all of them.
void Inspector::addPipeline(QVBoxLayout* column)
{
    addHead(column, m_editor.file().section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0));
    for (const Field& field : pipeline::documentFields()) {
        for (const std::string_view shown : {"title", "about", "parameters", "defaults"}) {
            if (field.key == shown)
                addFields(column, {&field, 1}, {}, false);
        }
    }
}

void Inspector::addSection(QVBoxLayout* column, const QString& title)
{
    column->addSpacing(theme::Metrics::unit);
    column->addWidget(common::sectionTitle(title));
}

// What does not run yet is offered only where the document has it already.
void Inspector::addFields(QVBoxLayout* column, std::span<const Field> fields, const YamlPath& base, bool all)
{
    for (const Field& field : fields) {
        if (!all && field.support == pipeline::Support::notYet && !node(below(base, field.key)))
            continue;
        if (field.type == FieldType::object && !field.fields.empty()) {
            addSection(column, idText("field." + std::string(field.key)));
            addFields(column, field.fields, below(base, field.key), false);
        } else {
            addField(column, field, base);
        }
    }
}

void Inspector::addField(QVBoxLayout* column, const Field& field, const YamlPath& base)
{
    const YamlPath path = below(base, field.key);
    FieldEditor* editor = makeEditor(field, qt(field.example), nullptr);
    const QString name = idText("field." + std::string(field.key));
    auto* form = new common::FormRow(name, editor);
    if (name == idText("kind." + utf8(m_kind)))
        form->hideName(); // the line above says it already
    if (!m_first)
        m_first = editor;
    const std::string help = "field." + std::string(field.key) + ".help";
    if (messages::has(help))
        form->setToolTip(messages::text(help));
    column->addWidget(form);
    m_rows[path] = {form, editor};
    connect(editor, &FieldEditor::committed, this, [this, path](const auto& value) { commit(path, value); });
    connect(editor, &FieldEditor::refused, form, &common::FormRow::setError);
    if (field.type == FieldType::names)
        addSecretsButton(column, path);
}

// The document names them; their values are elsewhere.
void Inspector::addSecretsButton(QVBoxLayout* column, const YamlPath& path)
{
    auto* button = common::button(tr("Secrets…"));
    button->setToolTip(tr("Which secrets there are, and new values for them"));
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, path] {
        const pipeline::Step* step = m_editor.document().pipeline().step(path[1]);
        const auto* command = step ? std::get_if<pipeline::Command>(&step->body) : nullptr;
        Q_EMIT secretsWanted(command && !command->secrets.empty() ? qt(command->secrets.front().second) : QString());
    });
}

void Inspector::setState(const QString& state)
{
    m_state = state;
    if (m_what && m_kind.isEmpty())
        m_what->setText(tr("Pipeline · choose a step to see and change what it does"));
    else if (m_what)
        m_what->setText(state.isEmpty() ? idText("kind." + utf8(m_kind)) : tr("%1 · %2", "kind and state of a step").arg(idText("kind." + utf8(m_kind)), state));
}

void Inspector::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::TabFocusReason);
    else
        setFocus();
}

void Inspector::refresh()
{
    if (kindKey() != m_kind || m_editor.file() != m_file)
        return rebuild();
    setState(m_state);
    for (const auto& [path, row] : m_rows) {
        const format::YamlNode* found = node(path);
        row.editor->setValue(found ? std::optional(format::valueOf(*found)) : std::nullopt);
    }
    showProblems();
}

void Inspector::showProblems()
{
    for (const auto& [path, row] : m_rows) {
        const std::string here = joined(path);
        QString error;
        for (const pipeline::Issue& issue : m_editor.issues()) {
            if (issue.path == here || issue.path.starts_with(here + '.')) {
                error = messages::sentence(issue.what);
                if (!issue.mend.id.empty())
                    error += QLatin1Char(' ') + messages::sentence(issue.mend);
                break;
            }
        }
        row.form->setError(error);
    }
}

void Inspector::commit(const YamlPath& path, const std::optional<format::YamlValue>& value)
{
    const QString problem = value ? m_editor.apply(edit::SetValue{path, *value}) : m_editor.apply(edit::RemoveValue{path});
    const auto row = m_rows.find(path);
    if (!problem.isEmpty() && row != m_rows.end())
        row->second.form->setError(problem);
}

} // namespace penstock::designer
