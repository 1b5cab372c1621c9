#include "ui/canvas/layout_job.h"

#include <QMetaObject>
#include <QThreadPool>
#include <QTimerEvent>

#include <mutex>

namespace penstock::canvas {

struct LayoutJob::Work {
    LayoutInput input;
    std::vector<int> selected;
    bool isSelection = false;
    std::atomic<bool> stop{false};
    // Who waits for it; null as soon as nobody does. The lock keeps the receiver alive while it is told.
    std::mutex guard;
    LayoutJob* receiver = nullptr;

    std::optional<std::vector<Point>> positions() const
    {
        if (isSelection)
            return layoutSelection(input, selected, stop);
        auto result = layoutLayered(input, stop);
        return result ? std::optional(std::move(result->positions)) : std::nullopt;
    }
};

LayoutJob::LayoutJob(QObject* parent)
    : QObject(parent)
{}

LayoutJob::~LayoutJob()
{
    stop();
}

void LayoutJob::start(LayoutInput input)
{
    auto work = std::make_shared<Work>();
    work->input = std::move(input);
    run(std::move(work));
}

void LayoutJob::startSelection(LayoutInput input, std::vector<int> selected)
{
    auto work = std::make_shared<Work>();
    work->input = std::move(input);
    work->selected = std::move(selected);
    work->isSelection = true;
    run(std::move(work));
}

void LayoutJob::run(std::shared_ptr<Work> work)
{
    constexpr int patience = 1000; // ms
    stop();
    work->receiver = this;
    m_work = work;
    m_patience.start(patience, this);
    QThreadPool::globalInstance()->start([work] {
        const auto positions = work->positions();
        const std::lock_guard lock(work->guard);
        if (positions && work->receiver)
            QMetaObject::invokeMethod(work->receiver, [receiver = work->receiver, work, positions] { receiver->take(work, *positions); }, Qt::QueuedConnection);
    });
}

void LayoutJob::stop()
{
    m_patience.stop();
    if (const auto work = std::exchange(m_work, nullptr)) {
        work->stop = true;
        const std::lock_guard lock(work->guard);
        work->receiver = nullptr;
    }
}

void LayoutJob::take(const std::shared_ptr<Work>& work, const std::vector<Point>& positions)
{
    if (work != m_work)
        return; // overtaken while it was on its way
    m_work = nullptr;
    m_patience.stop();
    Q_EMIT finished(positions);
}

void LayoutJob::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_patience.timerId())
        return QObject::timerEvent(event);
    m_patience.stop();
    Q_EMIT takesLong();
}

} // namespace penstock::canvas
