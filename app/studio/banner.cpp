#include "app/studio/banner.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace penstock::studio {

using theme::Metrics;

Banner::Banner(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_text(new common::Label)
    , m_button(common::button(kind == Kind::restricted ? tr("Trust") : tr("Close"), kind == Kind::restricted ? theme::Prominence::primary : theme::Prominence::normal))
{
    m_text->setFit(common::Label::Fit::wrap);
    m_text->setSurface(theme::Role::selection);
    m_button->setAutoDefault(false);
    m_button->setShortcut(kind == Kind::restricted ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T) : QKeySequence());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, 8, Metrics::margin, 8);
    row->setSpacing(12);
    row->addWidget(new common::StateLabel(kind == Kind::restricted ? theme::Mark::warning : theme::Mark::failed, common::StateLabel::Words::hidden));
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &Banner::accepted);
    hide();
}

void Banner::setText(const QString& text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.fillRect(rect(), theme.color(theme::Role::selection));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(theme::Role::hairline));
}

} // namespace penstock::studio
