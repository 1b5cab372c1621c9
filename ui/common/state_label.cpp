#include "ui/common/state_label.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::common {

using theme::Mark;
using theme::StateMark;

namespace {

constexpr int markSide = 16;
constexpr int turnDuration = 1400; // ms

} // namespace

StateLabel::StateLabel(Mark mark, Words words, QWidget* parent)
    : QWidget(parent)
    , m_mark(mark)
    , m_words(words)
{
    QFont font = theme::Theme::font(theme::Type::text);
    font.setWeight(QFont::DemiBold);
    setFont(font);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_clock.start();
    setMark(mark);
}

QString StateLabel::shown() const
{
    return m_text.isEmpty() ? StateMark::word(m_mark) : m_text;
}

void StateLabel::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(shown());
    setToolTip(m_words == Words::hidden ? shown() : QString());
    animate();
    updateGeometry();
    update();
}

void StateLabel::setText(const QString& text)
{
    m_text = text;
    setMark(m_mark);
}

QSize StateLabel::sizeHint() const
{
    if (m_words == Words::hidden)
        return {markSide, markSide};
    return {markSide + 8 + fontMetrics().horizontalAdvance(shown()) + 2, qMax(markSide, fontMetrics().height())};
}

void StateLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& theme = theme::themeOf(this);
    const double phase = static_cast<double>(m_clock.elapsed() % turnDuration) / turnDuration;
    StateMark::paint(painter, QRectF(0, (height() - markSide) / 2.0, markSide, markSide), m_mark, theme, theme::Role::panel, phase);
    if (m_words == Words::hidden)
        return;
    painter.setPen(theme.ink(StateMark::role(m_mark), theme::Role::code));
    painter.drawText(rect().adjusted(markSide + 8, 0, 0, 0), Qt::AlignVCenter, shown());
}

void StateLabel::animate()
{
    if (m_mark == Mark::running && isVisible())
        m_timer.start(50, this);
    else
        m_timer.stop();
}

void StateLabel::timerEvent(QTimerEvent*)
{
    update(0, 0, markSide, height());
}

void StateLabel::showEvent(QShowEvent*)
{
    animate();
}

void StateLabel::hideEvent(QHideEvent*)
{
    m_timer.stop();
}

} // namespace penstock::common
