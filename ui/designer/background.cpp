#include "ui/designer/background.h"

namespace penstock::designer {

Background::Background(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Background::~Background()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Background::start(std::function<Taking()> work)
{
    m_pool.clear();
    m_busy = true;
    m_pool.start([this, id = ++m_newest, work = std::move(work)] {
        Taking take = work();
        const auto deliver = [this, id, take = std::move(take)] {
            if (id != m_newest)
                return;
            m_busy = false;
            take();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void Background::forget()
{
    m_pool.clear();
    ++m_newest;
    m_busy = false;
}

} // namespace penstock::designer
