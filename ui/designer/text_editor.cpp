#include "ui/designer/text_editor.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_tree.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

constexpr int mostLines = 10;

bool isList(FieldType type) { return type == FieldType::command || type == FieldType::textList; }

QString linesOf(const YamlValue& list)
{
    QStringList lines;
    for (const YamlValue& item : list)
        lines.append(item.is_string() ? qt(item.get<std::string>()) : qt(item.dump()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TextEditor::TextEditor(FieldType type, const QString& placeholder, QWidget* parent)
    : FieldEditor(parent)
    , m_type(type)
    , m_text(new QPlainTextEdit)
{
    m_text->setPlaceholderText(placeholder);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TextEditor::fitHeight);
    fitHeight();
}

void TextEditor::setValue(const std::optional<YamlValue>& value)
{
    m_isScript = m_type == FieldType::command && value && value->is_string();
    m_shown = value ? shown(*value) : QString();
    if (m_text->toPlainText() != m_shown)
        m_text->setPlainText(m_shown);
    if (m_type == FieldType::command)
        m_text->setToolTip(m_isScript ? tr("A script for bash. Ctrl+Enter applies it.") : tr("One argument a line. Ctrl+Enter applies it."));
}

QString TextEditor::shown(const YamlValue& value) const
{
    if (value.is_string())
        return qt(value.get<std::string>());
    if (isList(m_type) && value.is_array())
        return linesOf(value);
    return qt(format::emitYaml(value, {})).trimmed();
}

void TextEditor::fitHeight()
{
    const int lines = std::clamp(m_text->blockCount(), isList(m_type) ? 2 : 1, mostLines);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 18);
}

bool TextEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier)) {
            commit();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void TextEditor::commit()
{
    const QString text = m_text->toPlainText();
    if (text == m_shown)
        return;
    m_shown = text;
    if (text.trimmed().isEmpty())
        return Q_EMIT committed(std::nullopt);
    if (m_isScript)
        return Q_EMIT committed(YamlValue(utf8(text)));
    if (isList(m_type)) {
        YamlValue list = YamlValue::array();
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            list.push_back(utf8(line));
        return Q_EMIT committed(list);
    }
    const auto tree = format::readYaml(utf8(text));
    if (!tree)
        return Q_EMIT refused(messages::sentence(tree.error()));
    if (!tree->issues.empty())
        return Q_EMIT refused(messages::sentence(tree->issues.front().what));
    Q_EMIT committed(format::valueOf(tree->root));
}

} // namespace penstock::designer
