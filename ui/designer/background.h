#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace penstock::designer {

// Work that must not block the window. Only the newest counts: what was begun before is finished for nobody. GUI thread; its
// end waits for what is being done.
class Background final : public QObject {
    Q_OBJECT

public:
    using Taking = std::function<void()>; // what comes of it, done in the GUI thread

    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    void start(std::function<Taking()> work);
    void forget(); // nothing comes of what was started
    bool isBusy() const { return m_busy; }

private:
    QThreadPool m_pool;
    quint64 m_newest = 0;
    bool m_busy = false;
};

} // namespace penstock::designer
