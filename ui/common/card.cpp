#include "ui/common/card.h"

#include "ui/common/label.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace penstock::common {

using theme::Metrics;
using theme::Role;

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new Label(title, theme::Type::name))
    , m_remark(secondary({}))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    m_title->setFit(Label::Fit::elide);
    m_head->setSpacing(Metrics::gap);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_remark);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::margin, 12, Metrics::margin, 14);
    column->setSpacing(10);
    column->addLayout(m_head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Metrics::gap);
    column->addLayout(m_body, 1);
    setTitle(title);
    m_remark->hide();
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void Card::addToHead(QWidget* widget)
{
    m_head->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = theme::themeOf(this);
    painter.setPen(QPen(theme.color(Role::hairline), 1));
    painter.setBrush(theme.color(Role::panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius, Metrics::cardRadius);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
{
    orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme::themeOf(this).color(Role::hairline));
}

} // namespace penstock::common
