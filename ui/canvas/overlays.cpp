#include "ui/canvas/overlays.h"

#include "ui/canvas/graph_view.h"
#include "ui/theme/contrast.h"
#include "ui/theme/icon.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace penstock::canvas {

using theme::Metrics;
using theme::Role;

namespace {

void paintFrame(QWidget& widget, QPainter& painter)
{
    const auto& theme = theme::themeOf(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::hairline), 1));
    painter.setBrush(theme.color(Role::panel));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
}

QToolButton* tool(QWidget* parent, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::NoFocus); // the keys + - 0 1 do the same from the canvas
    button->setCursor(Qt::ArrowCursor);
    return button;
}

} // namespace

ZoomBox::ZoomBox(GraphView& view)
    : QWidget(&view)
    , m_percent(tool(this, tr("100 % (0)")))
{
    auto* less = tool(this, tr("Zoom out (-)"));
    auto* more = tool(this, tr("Zoom in (+)"));
    auto* all = tool(this, tr("Fit (1)"));
    less->setIcon(theme::icon(theme::Icon::minus));
    more->setIcon(theme::icon(theme::Icon::plus));
    all->setIcon(theme::icon(theme::Icon::fit));
    for (QToolButton* button : {less, more, all})
        button->setIconSize(QSize(13, 13));
    m_percent->setMinimumWidth(52);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    for (QToolButton* button : {less, m_percent, more, all})
        row->addWidget(button);
    const auto show = [this](double zoom) { m_percent->setText(tr("%1 %").arg(qRound(zoom * 100))); };
    show(1);
    adjustSize();
    connect(&view, &GraphView::zoomChanged, this, show);
    connect(less, &QToolButton::clicked, &view, &GraphView::zoomOut);
    connect(more, &QToolButton::clicked, &view, &GraphView::zoomIn);
    connect(m_percent, &QToolButton::clicked, &view, &GraphView::resetZoom);
    connect(all, &QToolButton::clicked, &view, &GraphView::fit);
    setCursor(Qt::ArrowCursor);
}

void ZoomBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(*this, painter);
}

Overview::Overview(GraphView& view)
    : QWidget(&view)
    , m_view(view)
{
    setFixedSize(148, 80);
    setAccessibleName(tr("Overview"));
    setCursor(Qt::ArrowCursor);
    connect(&view, &GraphView::viewChanged, this, qOverload<>(&QWidget::update));
}

QTransform Overview::toOverview() const
{
    const QRectF all = m_view.scene().bounds();
    const QRectF room = QRectF(rect()).adjusted(8, 8, -8, -8);
    const double scale = qMin(room.width() / qMax(1.0, all.width()), room.height() / qMax(1.0, all.height()));
    return QTransform::fromTranslate(-all.center().x(), -all.center().y()) * QTransform::fromScale(scale, scale) *
           QTransform::fromTranslate(room.center().x(), room.center().y());
}

void Overview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(*this, painter);
    const auto& theme = theme::themeOf(this);
    const QTransform transform = toOverview();
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QColor idle = theme::mix(theme.color(Role::panel), theme.color(Role::idle), 0.7);
    for (int i = 0; i < m_view.scene().nodeCount(); ++i) {
        const Role role = roleOf(m_view.scene().node(i));
        const QRectF box = transform.mapRect(m_view.scene().rect(i));
        painter.fillRect(QRectF(box.topLeft(), QSizeF(qMax(1.5, box.width()), qMax(1.5, box.height()))), role == Role::idle ? idle : theme.color(role));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::accent), 1.3));
    painter.setBrush(Qt::NoBrush);
    const QRectF shown = transform.mapRect(m_view.stage().camera().toScene(QRectF(m_view.rect())));
    painter.drawRoundedRect(shown & QRectF(rect()).adjusted(3, 3, -3, -3), 3, 3);
}

void Overview::go(const QPointF& position)
{
    const QPointF scene = toOverview().inverted().map(position);
    m_view.stage().panBy(QPointF(m_view.rect().center()) - m_view.stage().camera().toView(scene));
}

void Overview::mousePressEvent(QMouseEvent* event)
{
    go(event->position());
}

void Overview::mouseMoveEvent(QMouseEvent* event)
{
    go(event->position());
}

} // namespace penstock::canvas
