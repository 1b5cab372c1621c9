#include "ui/models/screen.h"

#include <QMenu>
#include <QStackedLayout>

namespace penstock::models {

void Screen::fillMenu(QMenu& menu) const { menu.addActions(moreActions()); }

void Screen::setContent(QWidget* content, QWidget* empty)
{
    m_pages = new QStackedLayout(this); // of no margins, with the first page shown
    m_pages->addWidget(content);
    m_pages->addWidget(empty);
}

void Screen::setEmpty(bool empty) { m_pages->setCurrentIndex(empty ? 1 : 0); }

} // namespace penstock::models
