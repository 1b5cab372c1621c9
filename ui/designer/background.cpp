#include "ui/designer/background.h"

namespace penstock::designer {

Background::Background(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Background::~Background()
{
    stop();
    m_pool.waitForDone();
}

void Background::stop()
{
    m_pool.clear();
    if (m_stop)
        *m_stop = true;
}

void Background::start(std::function<Taking()> work)
{
    start([work = std::move(work)](const std::atomic<bool>&) { return work(); });
}

void Background::start(std::function<Taking(const std::atomic<bool>& stop)> work)
{
    stop();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_busy = true;
    m_pool.start([this, id = ++m_newest, work = std::move(work), stopped = m_stop] {
        Taking take = work(*stopped);
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
    stop();
    ++m_newest;
    m_busy = false;
}

} // namespace penstock::designer
