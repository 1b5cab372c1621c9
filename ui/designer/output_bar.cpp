#include "ui/designer/output_bar.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/theme/style.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

namespace penstock::designer {

using theme::Metrics;

OutputBar::OutputBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new common::Label)
{
    m_text->setFit(common::Label::Fit::wrap);
    m_text->setSurface(theme::Role::selection);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* folder = common::button(tr("Open the folder"));
    auto* close = common::button(tr("Close"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, 8, Metrics::margin, 8);
    row->setSpacing(8);
    row->addWidget(new common::StateLabel(theme::Mark::succeeded, common::StateLabel::Words::hidden));
    row->addWidget(m_text, 1);
    for (QPushButton* button : {folder, close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(folder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).path())); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void OutputBar::tell(const QString& path)
{
    m_path = path;
    m_text->setText(tr("The picture was written to %1.").arg(QDir::toNativeSeparators(path)));
    show();
}

void OutputBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.fillRect(rect(), theme.color(theme::Role::selection));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(theme::Role::hairline));
}

} // namespace penstock::designer
