#include "ui/designer/line_editor.h"

#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

QString shown(const YamlValue& value)
{
    if (value.is_string())
        return qt(value.get<std::string>());
    if (!value.is_array())
        return value.is_null() ? QString() : qt(value.dump());
    QStringList parts;
    for (const YamlValue& item : value)
        parts.append(shown(item));
    return parts.join(QStringLiteral(", "));
}

// What programs read; the rest is for people.
bool isCode(FieldType type) { return type == FieldType::path || type == FieldType::expression || type == FieldType::textTemplate || type == FieldType::stepNames || type == FieldType::stepName; }

YamlValue listOf(const QString& text)
{
    YamlValue list = YamlValue::array();
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(utf8(part.trimmed()));
    return list;
}

} // namespace

LineEditor::LineEditor(FieldType type, const QString& placeholder, QWidget* parent)
    : FieldEditor(parent)
    , m_type(type)
    , m_line(new QLineEdit)
{
    m_line->setPlaceholderText(placeholder);
    if (isCode(type))
        m_line->setFont(theme::Theme::font(theme::Type::mono));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
}

void LineEditor::setValue(const std::optional<YamlValue>& value)
{
    m_shown = value ? shown(*value) : QString();
    if (m_line->text() == m_shown)
        return;
    m_line->setText(m_shown);
    m_line->setCursorPosition(0); // a long text is read from its beginning
}

void LineEditor::commit()
{
    const QString text = m_line->text().trimmed();
    if (text == m_shown)
        return;
    m_shown = text;
    if (text.isEmpty())
        return Q_EMIT committed(std::nullopt);
    bool isNumber = false;
    switch (m_type) {
    case FieldType::integer: {
        const qlonglong number = text.toLongLong(&isNumber);
        return isNumber ? Q_EMIT committed(YamlValue(static_cast<std::int64_t>(number))) : Q_EMIT refused(tr("A whole number is needed here."));
    }
    case FieldType::number: {
        const double number = text.toDouble(&isNumber);
        if (!isNumber)
            return Q_EMIT refused(tr("A number is needed here."));
        const qlonglong whole = text.toLongLong(&isNumber); // 2 stays 2 in the file, not 2.0
        return Q_EMIT committed(isNumber ? YamlValue(static_cast<std::int64_t>(whole)) : YamlValue(number));
    }
    case FieldType::stepNames:
        return Q_EMIT committed(listOf(text));
    default:
        return Q_EMIT committed(YamlValue(utf8(text)));
    }
}

} // namespace penstock::designer
