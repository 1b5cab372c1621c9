#include "ui/designer/form/line_editor.h"

#include "ui/designer/form/completer.h"
#include "ui/designer/form/field_line.h"
#include "ui/designer/form/form_source.h"
#include "ui/designer/form/last_values.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>

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

bool holdsExpressions(FieldType type) { return type == FieldType::expression || type == FieldType::textTemplate; }

// What programs read; the rest is for people.
bool isCode(FieldType type) { return holdsExpressions(type) || type == FieldType::path || type == FieldType::stepName; }

YamlValue listOf(const QString& text)
{
    YamlValue list = YamlValue::array();
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(utf8(part.trimmed()));
    return list;
}

} // namespace

LineEditor::LineEditor(const pipeline::Field& field, const FieldPlace& place, QWidget* parent)
    : FieldEditor(parent)
    , m_type(field.type)
    , m_example(qt(field.example))
    , m_line(new FieldLine)
{
    if (m_type == FieldType::textList) // the example is YAML
        m_example.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    m_line->setPlaceholderText(m_example);
    if (isCode(m_type))
        m_line->setFont(theme::Theme::font(theme::Type::mono));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    complete(place);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) { Q_EMIT typed(told(text.trimmed())); });
}

void LineEditor::complete(const FieldPlace& place)
{
    const bool isParameter = m_type == FieldType::name && place.below.front() == "on";
    if (!holdsExpressions(m_type) && m_type != FieldType::stepName && !isParameter)
        return;
    const auto ask = [this, isParameter, &source = place.source, below = place.below](const std::string& text, std::size_t cursor) {
        return isParameter ? source.parametersAt(text) : holdsExpressions(m_type) ? source.expressionsAt(below, text, cursor) : source.stepsAt(below, text, cursor);
    };
    auto* completer = new Completer(m_line, ask);
    completer->setLastValue([&source = place.source](const std::string& path) { return source.lastOf(path); });
    connect(completer, &Completer::inserted, this, [this] { Q_EMIT typed(told(m_line->text().trimmed())); });
}

void LineEditor::setValue(const std::optional<YamlValue>& value)
{
    const QString text = value ? shown(*value) : QString();
    const bool isBeingTyped = m_line->hasFocus() && m_line->isModified() && text == m_shown;
    if (m_isMixed)
        m_line->setPlaceholderText(m_example);
    m_isMixed = false;
    m_shown = text;
    if (isBeingTyped || m_line->text() == m_shown)
        return;
    m_line->setText(m_shown);
    m_line->setCursorPosition(0); // a long text is read from its beginning
}

void LineEditor::setMixed(const std::optional<YamlValue>&)
{
    setValue(std::nullopt);
    m_isMixed = true;
    m_line->setPlaceholderText(tr("differs"));
}

QString LineEditor::lastValue(const LastValues& last)
{
    return holdsExpressions(m_type) ? last.of(utf8(m_shown), m_type == FieldType::expression) : QString();
}

std::optional<YamlValue> LineEditor::valueOf(const QString& text) const
{
    bool isNumber = false;
    switch (m_type) {
    case FieldType::integer: {
        const qlonglong number = text.toLongLong(&isNumber);
        return isNumber ? std::optional(YamlValue(static_cast<std::int64_t>(number))) : std::nullopt;
    }
    case FieldType::number: {
        const double number = text.toDouble(&isNumber);
        if (!isNumber)
            return std::nullopt;
        const qlonglong whole = text.toLongLong(&isNumber); // 2 stays 2 in the file, not 2.0
        return isNumber ? YamlValue(static_cast<std::int64_t>(whole)) : YamlValue(number);
    }
    case FieldType::textList: return listOf(text);
    default: return YamlValue(utf8(text));
    }
}

std::optional<YamlValue> LineEditor::told(const QString& text) const
{
    if (text.isEmpty())
        return std::nullopt;
    const auto value = valueOf(text);
    return value ? value : YamlValue(utf8(text));
}

void LineEditor::commit()
{
    const QString text = m_line->text().trimmed();
    if (text == m_shown)
        return;
    m_line->setModified(false);
    if (text.isEmpty()) {
        m_shown = text;
        return Q_EMIT committed(std::nullopt);
    }
    const auto value = valueOf(text);
    if (!value)
        return Q_EMIT refused(m_type == FieldType::integer ? tr("A whole number is needed here.") : tr("A number is needed here."));
    m_shown = text;
    Q_EMIT committed(value);
}

} // namespace penstock::designer
