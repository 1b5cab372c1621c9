#include "ui/designer/form/text_editor.h"

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
    : ParagraphEditor(exampleOf(field), parent)
    , m_type(field.type)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(&text());
    text().setToolTip(m_type == FieldType::textList ? tr("One entry a line. Ctrl+Enter takes it over.") : tr("A piece of YAML. Ctrl+Enter takes it over."));
}

QString TextEditor::textOf(const YamlValue& value) const
{
    if (value.is_string())
        return qt(value.get<std::string>());
    if (m_type == FieldType::textList && value.is_array() && isLines(value))
        return linesOf(value);
    return qt(format::emitYaml(value, {})).trimmed();
}

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

} // namespace penstock::designer
