#include "ui/designer/text_editor.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_tree.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace penstock::designer {

using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::FieldType;

namespace {

constexpr int mostLines = 10;

// Qt wraps a placeholder, and a wrapped one is cut off below the only line of the field.
class Field final : public QPlainTextEdit {
public:
    explicit Field(const QString& example)
        : m_example(example)
    {
        document()->setDocumentMargin(6); // as far from the frame as the text of a line edit
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPlainTextEdit::paintEvent(event);
        if (!document()->isEmpty() || m_example.isEmpty())
            return;
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const int margin = static_cast<int>(document()->documentMargin());
        const QRect line(margin, margin, viewport()->width() - 2 * margin, fontMetrics().lineSpacing());
        painter.drawText(line, Qt::AlignVCenter, fontMetrics().elidedText(m_example.section(QLatin1Char('\n'), 0, 0), Qt::ElideRight, line.width()));
    }

private:
    QString m_example;
};

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
    , m_text(new Field(placeholder))
{
    m_text->setFont(theme::Theme::font(theme::Type::mono));
    m_text->setTabChangesFocus(true);
    // Long lines are folded, so that all of a value is seen; a bar below the text would hide the only line there is.
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextEditor::fitHeight);
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
    if ((isList(m_type) || m_type == FieldType::names) && value.is_array())
        return linesOf(value);
    return qt(format::emitYaml(value, {})).trimmed();
}

void TextEditor::fitHeight()
{
    const int all = static_cast<int>(m_text->document()->documentLayout()->documentSize().height()); // of a plain document: in lines
    const int around = 2 * (static_cast<int>(m_text->document()->documentMargin()) + m_text->frameWidth());
    m_text->setVerticalScrollBarPolicy(all > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_text->setFixedHeight(std::max(theme::Metrics::control, m_text->fontMetrics().lineSpacing() * std::clamp(all, 1, mostLines) + around));
}

bool TextEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::Resize) // lines are folded anew after this
        QMetaObject::invokeMethod(this, &TextEditor::fitHeight, Qt::QueuedConnection);
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
    const bool isYaml = text.contains(QLatin1Char(':')) || text.contains(QLatin1Char('['));
    if (m_type == FieldType::names && !isYaml) {
        YamlValue list = YamlValue::array();
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            list.push_back(utf8(line.trimmed()));
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
