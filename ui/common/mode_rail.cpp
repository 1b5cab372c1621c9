#include "ui/common/mode_rail.h"

#include "ui/theme/contrast.h"
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace penstock::common {

using theme::Icon;
using theme::Metrics;
using theme::Role;

namespace {

class ModeButton final : public QAbstractButton {
public:
    ModeButton(Icon icon, const QString& label, QWidget* parent)
        : QAbstractButton(parent)
        , m_icon(icon)
    {
        setText(label);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFont(theme::Theme::font(theme::Type::caption));
        setFixedSize(Metrics::rail, 58);
        setCount(0, {});
    }

    void setCount(int count, const QString& meaning)
    {
        m_count = count;
        setAccessibleName(text());
        setAccessibleDescription(count > 0 ? meaning : QString());
        setToolTip(count > 0 && !meaning.isEmpty() ? text() % QStringLiteral(": ") % meaning : text());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto& theme = theme::themeOf(this);
        const QRectF box = QRectF(rect()).adjusted(5, 3, -5, -3);
        painter.setPen(hasFocus() && m_keyboard ? QPen(theme.color(Role::accent), 2) : QPen(Qt::NoPen));
        const QColor ground = isChecked() ? theme.color(Role::selection) : underMouse() && isEnabled() ? theme::mix(theme.color(Role::panel), theme.color(Role::text), 0.05) : theme.color(Role::panel);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, Metrics::radius + 1, Metrics::radius + 1);
        const QColor ink = !isEnabled() ? theme.color(Role::idle) : isChecked() ? theme.ink(Role::accent, Role::selection) : theme.ink(Role::muted);
        theme::paintIcon(painter, {box.center().x() - 10, box.top() + 8, 20, 20}, m_icon, ink);
        painter.setPen(ink);
        QFont label = font();
        // A long word is set smaller rather than cut: the rail has six words for ever.
        while (QFontMetricsF(label).horizontalAdvance(text()) > box.width() - 1 && label.pixelSize() > 8)
            label.setPixelSize(label.pixelSize() - 1);
        painter.setFont(label);
        painter.drawText(QRectF(0, box.top() + 30, width(), 18), Qt::AlignCenter, text());
        if (m_count > 0)
            paintCount(painter, theme, box);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::OtherFocusReason;
        QAbstractButton::focusInEvent(event);
    }

private:
    void paintCount(QPainter& painter, const theme::Theme& theme, const QRectF& box) const
    {
        QFont small = font();
        small.setPixelSize(10);
        small.setWeight(QFont::Bold);
        painter.setFont(small);
        const QString text = m_count > 99 ? QStringLiteral("99+") : QLocale().toString(m_count);
        const double width = qMax(16.0, QFontMetricsF(small).horizontalAdvance(text) + 8);
        const QRectF badge(box.right() + 2 - width, box.top() - 1, width, 16);
        painter.setPen(QPen(theme.color(Role::panel), 1.5));
        painter.setBrush(theme.color(Role::waiting));
        painter.drawRoundedRect(badge, 8, 8);
        painter.setPen(theme.color(Role::onAccent));
        painter.drawText(badge, Qt::AlignCenter, text);
    }

    Icon m_icon;
    int m_count = 0;
    bool m_keyboard = false;
};

} // namespace

ModeRail::ModeRail(QWidget* parent)
    : QWidget(parent)
    , m_modes(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
{
    setFixedWidth(Metrics::rail);
    setAccessibleName(tr("Modes"));
    m_column->setContentsMargins(0, 4, 0, 4);
    m_column->setSpacing(2);
    m_column->addStretch();
    connect(m_modes, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
}

int ModeRail::addMode(Icon icon, const QString& label)
{
    const auto index = static_cast<int>(m_modes->buttons().size());
    auto* mode = new ModeButton(icon, label, this);
    if (index < 9) { // not QAbstractButton::setShortcut(): it waits for its animation before it acts
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index)), this);
        connect(shortcut, &QShortcut::activated, mode, &QAbstractButton::click);
    }
    m_modes->addButton(mode, index);
    m_column->insertWidget(index, mode);
    if (index == 0)
        mode->setChecked(true);
    return index;
}

int ModeRail::current() const
{
    return m_modes->checkedId();
}

void ModeRail::setCurrent(int index)
{
    if (auto* mode = m_modes->button(index))
        mode->setChecked(true);
}

void ModeRail::setCount(int index, int count, const QString& meaning)
{
    if (auto* mode = m_modes->button(index))
        static_cast<ModeButton*>(mode)->setCount(count, meaning);
}

void ModeRail::setModeEnabled(int index, bool enabled)
{
    if (auto* mode = m_modes->button(index))
        mode->setEnabled(enabled);
}

QSize ModeRail::sizeHint() const
{
    return {Metrics::rail, 400};
}

void ModeRail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    const auto count = static_cast<int>(m_modes->buttons().size());
    for (int index = current() + step; index >= 0 && index < count; index += step) {
        if (!m_modes->button(index)->isEnabled())
            continue;
        setCurrent(index);
        m_modes->button(index)->setFocus(Qt::TabFocusReason);
        return;
    }
}

void ModeRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& theme = theme::themeOf(this);
    painter.fillRect(rect(), theme.color(Role::panel));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Role::hairline));
}

} // namespace penstock::common
