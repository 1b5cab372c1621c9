#include "core/platform/shim_connection.h"

#include "core/platform/frame.h"

#include <sys/socket.h>

#include <cerrno>

namespace penstock::platform {

void ShimConnection::open(FileDescriptor fd)
{
    close();
    m_fd = std::move(fd);
    ++m_number;
}

void ShimConnection::close()
{
    m_fd.reset();
    m_in.clear();
    m_out.clear();
    m_isBlocked = false;
}

void ShimConnection::send(const ShimOrder& order)
{
    if (isOpen())
        m_out += encodeOrder(order);
}

void ShimConnection::flush()
{
    m_isBlocked = false;
    while (isOpen() && !m_out.empty()) {
        const ssize_t size = ::send(m_fd.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0) {
            m_isBlocked = errno == EAGAIN;
            return; // broken: receive() finds out, after what the shim said before
        }
        m_out.erase(0, static_cast<std::size_t>(size));
    }
}

std::vector<ShimAnswer> ShimConnection::receive()
{
    bool isAtEnd = false;
    char buffer[1 << 15];
    for (ssize_t size = 1; size > 0;) {
        size = recv(m_fd.get(), buffer, sizeof buffer, 0);
        if (size > 0)
            m_in.append(buffer, static_cast<std::size_t>(size));
        else if (size < 0 && errno == EINTR)
            size = 1;
        else
            isAtEnd = size == 0 || errno != EAGAIN;
    }
    std::vector<ShimAnswer> answers;
    std::size_t used = 0;
    for (;;) {
        const FrameView frame = firstFrame(std::string_view(m_in).substr(used));
        if (frame.state == FrameView::State::incomplete)
            break;
        auto answer = frame.state == FrameView::State::whole ? decodeAnswer(frame.payload) : std::nullopt;
        if (!answer) {
            isAtEnd = true;
            break;
        }
        answers.push_back(std::move(*answer));
        used += frame.size;
    }
    m_in.erase(0, used);
    if (isAtEnd)
        close();
    return answers;
}

} // namespace penstock::platform
