#include "app/cli/interrupt.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace penstock::cli {

Interrupt::Interrupt(const std::vector<int>& signalNumbers, QObject* parent) : QObject(parent)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : signalNumbers)
        sigaddset(&wanted, number);
    pthread_sigmask(SIG_BLOCK, &wanted, &m_before);
    m_descriptor = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::read);
}

Interrupt::~Interrupt()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        close(m_descriptor);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Interrupt::read()
{
    signalfd_siginfo info{};
    while (::read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        Q_EMIT raised(static_cast<int>(info.ssi_signo));
}

} // namespace penstock::cli
