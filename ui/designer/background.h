#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace penstock::designer {

// Work that must not block the window. Only the newest counts: what was begun before is told to stop, and finished for nobody.
// GUI thread; its end stops what is being done and waits for that.
class Background final : public QObject {
    Q_OBJECT

public:
    using Taking = std::function<void()>; // what comes of it, done in the GUI thread

    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    // Work that may take long looks at `stop`, which lives as long as the work.
    void start(std::function<Taking(const std::atomic<bool>& stop)> work);
    void start(std::function<Taking()> work);
    void forget(); // nothing comes of what was started
    bool isBusy() const { return m_busy; }

private:
    void stop();

    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_stop; // of the newest
    quint64 m_newest = 0;
    bool m_busy = false;
};

} // namespace penstock::designer
