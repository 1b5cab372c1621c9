// A layout in a thread of its own. All calls and signals in the GUI thread.
#pragma once

#include <QBasicTimer>
#include <QObject>

#include "ui/canvas/layout.h"

#include <memory>

namespace penstock::canvas {

class LayoutJob final : public QObject {
    Q_OBJECT

public:
    explicit LayoutJob(QObject* parent = nullptr);
    ~LayoutJob() override; // stops without waiting

    // Stops the one before: of two orders only the newer one has a result.
    void start(LayoutInput input);
    // Of these nodes alone (layoutSelection).
    void startSelection(LayoutInput input, std::vector<int> selected);
    void stop();
    bool isRunning() const { return m_work != nullptr; }

Q_SIGNALS:
    // Top left corners: of all nodes in the order of the input, or of the selected ones in theirs.
    void finished(const std::vector<penstock::canvas::Point>& positions);
    void takesLong(); // a second has passed: time to say so, and to offer an end

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Work;
    void run(std::shared_ptr<Work> work);
    void take(const std::shared_ptr<Work>& work, const std::vector<Point>& positions);

    std::shared_ptr<Work> m_work; // the newest; null when nothing is under way
    QBasicTimer m_patience;
};

} // namespace penstock::canvas
