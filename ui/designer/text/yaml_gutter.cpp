#include "ui/designer/text/yaml_gutter.h"

#include "ui/designer/text/yaml_text.h"
#include "ui/theme/mark.h"
#include "ui/theme/style.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace penstock::designer {

namespace {

constexpr int markBox = 12;
constexpr int gap = 4;
constexpr int fewestDigits = 3; // so that short texts do not jump while they grow

} // namespace

YamlGutter::YamlGutter(YamlText& text)
    : QWidget(&text)
    , m_text(text)
{
    setFont(text.font());
}

int YamlGutter::neededWidth() const
{
    const auto digits = static_cast<int>(QString::number(m_text.blockCount()).size());
    return gap + markBox + gap + std::max(fewestDigits, digits) * fontMetrics().horizontalAdvance(QLatin1Char('9')) + 2 * gap;
}

int YamlGutter::lineAt(int y) const
{
    for (const VisibleLine& line : m_text.visibleLines()) {
        if (y >= line.top && y < line.top + line.height)
            return line.number;
    }
    return 0;
}

bool YamlGutter::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = m_text.marks().say(lineAt(help->pos().y()));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), this);
    return true;
}

void YamlGutter::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.fillRect(event->rect(), theme.color(theme::Role::panel));
    painter.fillRect(QRect(width() - 1, event->rect().top(), 1, event->rect().height()), theme.color(theme::Role::hairline));
    const int current = m_text.textCursor().blockNumber() + 1;
    for (const VisibleLine& line : m_text.visibleLines()) {
        painter.setPen(theme.ink(line.number == current ? theme::Role::text : theme::Role::muted));
        const QRect number(0, line.top, width() - 2 * gap, line.height);
        painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
        if (m_text.marks().isMarked(line.number)) {
            const QRectF box(gap, line.top + (line.height - markBox) / 2, markBox, markBox);
            theme::StateMark::paint(painter, box, m_text.marks().hasError(line.number) ? theme::Mark::failed : theme::Mark::warning, theme);
        }
    }
}

void YamlGutter::mousePressEvent(QMouseEvent* event)
{
    if (const int line = lineAt(event->position().toPoint().y()))
        m_text.goTo({line, 1});
    m_text.setFocus();
}

} // namespace penstock::designer
