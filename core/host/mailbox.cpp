#include "core/host/mailbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace penstock::host {

Mailbox::Mailbox()
    : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{}

Mailbox::~Mailbox() { close(m_event); }

void Mailbox::post(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(m_event, &one, sizeof one); // a full counter is readable anyway
}

std::vector<Mailbox::Letter> Mailbox::take()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read = ::read(m_event, &count, sizeof count);
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_letters, {});
}

} // namespace penstock::host
