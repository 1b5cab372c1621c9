#include "ui/designer/trail_bar.h"

#include "ui/common/button.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace penstock::designer {

TrailBar::TrailBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Way through the pipelines"));
    setProperty("pane", true); // a part of the screen that keys lead to
    m_row->setContentsMargins(8, 4, 8, 4);
    m_row->setSpacing(4);
    hide();
}

void TrailBar::setTrail(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    while (QLayoutItem* item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // it may be the crumb that was clicked
        delete item;
    }
    for (int place = 0; place + 1 < static_cast<int>(names.size()); ++place) {
        auto* crumb = common::button(names[place], theme::Prominence::quiet);
        crumb->setAccessibleName(tr("Back to %1").arg(names[place]));
        crumb->setToolTip(tr("Back to %1").arg(names[place]));
        connect(crumb, &QPushButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
        m_row->addWidget(crumb);
        m_row->addWidget(common::secondary(QStringLiteral("/")));
    }
    if (!names.isEmpty()) {
        auto* here = new common::Label(names.last(), theme::Type::name);
        here->setAccessibleName(tr("%1, open now").arg(names.last()));
        m_row->addWidget(here);
    }
    m_row->addStretch(1);
    setVisible(names.size() > 1);
}

} // namespace penstock::designer
