#include "ui/designer/text/text_editor.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_tree.h"
#include "core/messages/messages.h"
#include "ui/designer/form/growing_text.h"
#include "ui/designer/form/item_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

// The example is YAML; a line is one entry.
QString exampleOf(const pipeline::Field& field)
{
    const auto items = field.type == FieldType::textList ? itemsOf(std::string(field.example)) : std::nullopt;
    const YamlValue first = items && !items->empty() && items->front().is_array() && !items->front().empty() ? items->front().front() : YamlValue();
    return first.is_string() ? qt(first.get<std::string>()) : qt(field.example);
}

// An entry with a line end in it cannot be a line.
bool isLines(const YamlValue& list)
{
    for (const YamlValue& item : list) {
        if (!item.is_primitive() || (item.is_string() && item.get_ref<const std::string&>().find('\n') != std::string::npos))
            return false;
    }
    return true;
}

QString linesOf(const YamlValue& list)
{
    QStringList lines;
    for (const YamlValue& item : list)
        lines.append(item.is_string() ? qt(item.get<std::string>()) : qt(item.dump()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TextEditor::TextEditor(const pipeline::Field& field, QWidget* parent)
    : FieldEditor(parent)
    , m_type(field.type)
    , m_example(exampleOf(field))
    , m_text(new GrowingText(m_example))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    m_text->setToolTip(m_type == FieldType::textList ? tr("One entry a line. Ctrl+Enter takes it over.") : tr("A piece of YAML. Ctrl+Enter takes it over."));
    connect(m_text, &GrowingText::finished, this, &TextEditor::commit);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TextEditor::tell);
}

void TextEditor::setValue(const std::optional<YamlValue>& value)
{
    const QString text = value ? shown(*value) : QString();
    const bool isBeingTyped = m_text->hasFocus() && m_text->document()->isModified() && text == m_shown;
    m_text->setExample(m_example);
    m_shown = text;
    if (!isBeingTyped && m_text->toPlainText() != m_shown)
        m_text->setPlainText(m_shown);
}

void TextEditor::setMixed(const std::optional<YamlValue>&)
{
    setValue(std::nullopt);
    m_text->setExample(tr("differs"));
}

QString TextEditor::shown(const YamlValue& value) const
{
    if (value.is_string())
        return qt(value.get<std::string>());
    if (m_type == FieldType::textList && value.is_array() && isLines(value))
        return linesOf(value);
    return qt(format::emitYaml(value, {})).trimmed();
}

// Nothing and no problem: the key goes.
std::optional<YamlValue> TextEditor::valueOf(const QString& text, QString& problem) const
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    if (m_type == FieldType::textList && !text.trimmed().startsWith(QLatin1Char('['))) {
        YamlValue list = YamlValue::array();
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            list.push_back(utf8(line));
        return list;
    }
    const auto tree = format::readYaml(utf8(text));
    if (tree && tree->issues.empty())
        return format::valueOf(tree->root);
    problem = messages::sentence(tree ? tree->issues.front().what : tree.error().message);
    return std::nullopt;
}

void TextEditor::tell()
{
    if (!m_text->hasFocus())
        return; // shown, not typed
    QString problem;
    const auto value = valueOf(m_text->toPlainText(), problem);
    Q_EMIT typed(problem.isEmpty() ? value : YamlValue(utf8(m_text->toPlainText())));
}

void TextEditor::commit()
{
    const QString text = m_text->toPlainText();
    if (text == m_shown)
        return;
    QString problem;
    const auto value = valueOf(text, problem);
    if (!problem.isEmpty())
        return Q_EMIT refused(problem);
    m_text->document()->setModified(false);
    m_shown = text;
    Q_EMIT committed(value);
}

} // namespace penstock::designer
