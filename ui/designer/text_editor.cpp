#include "ui/designer/text_editor.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_tree.h"
#include "core/messages/messages.h"
#include "ui/designer/growing_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

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
    , m_example(qt(field.example))
    , m_text(new GrowingText(m_example))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    m_text->setToolTip(m_type == FieldType::textList ? tr("One entry a line. Ctrl+Enter takes it over.") : tr("A piece of YAML. Ctrl+Enter takes it over."));
    connect(m_text, &GrowingText::finished, this, &TextEditor::commit);
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

void TextEditor::setMixed()
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

void TextEditor::commit()
{
    const QString text = m_text->toPlainText();
    if (text == m_shown)
        return;
    m_text->document()->setModified(false);
    m_shown = text;
    if (text.trimmed().isEmpty())
        return Q_EMIT committed(std::nullopt);
    if (m_type != FieldType::textList || text.trimmed().startsWith(QLatin1Char('[')))
        return commitYaml(text);
    YamlValue list = YamlValue::array();
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        list.push_back(utf8(line));
    Q_EMIT committed(list);
}

void TextEditor::commitYaml(const QString& text)
{
    const auto tree = format::readYaml(utf8(text));
    if (!tree)
        return Q_EMIT refused(messages::sentence(tree.error()));
    if (!tree->issues.empty())
        return Q_EMIT refused(messages::sentence(tree->issues.front().what));
    Q_EMIT committed(format::valueOf(tree->root));
}

} // namespace penstock::designer
