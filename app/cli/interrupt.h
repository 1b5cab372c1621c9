#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <signal.h>

#include <memory>
#include <vector>

namespace penstock::cli {

// Ctrl-C (and SIGTERM, SIGHUP) as a signal of the event loop, by signalfd(2): no handler, no global. While it lives the
// signals are blocked in this thread, and come back as they were afterwards.
class Interrupt final : public QObject {
    Q_OBJECT

public:
    explicit Interrupt(const std::vector<int>& signalNumbers, QObject* parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void raised(int signalNumber);

private:
    void read();

    sigset_t m_before{};
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace penstock::cli
