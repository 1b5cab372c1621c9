#include "app/shim/owner_link.h"

#include "core/platform/frame.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace penstock::shim {

using namespace platform;

namespace {

bool isSameUser(int fd)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
}

} // namespace

int OwnerLink::listen()
{
    m_listener.reset(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_listener)
        return errno;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, "socket"); // relative to the shim's folder: sun_path holds 107 bytes, a workspace's path more
    unlink(address.sun_path);
    if (bind(m_listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || chmod(address.sun_path, 0600) != 0 || ::listen(m_listener.get(), 4) != 0)
        return errno;
    return 0;
}

bool OwnerLink::accept()
{
    FileDescriptor fresh(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!fresh || !isSameUser(fresh.get()))
        return false;
    if (isConnected()) {
        send(SupersededAnswer{});
        flush();
    }
    close();
    m_connection = std::move(fresh);
    return true;
}

void OwnerLink::close()
{
    m_connection.reset();
    m_in.clear();
    m_out.clear();
}

std::vector<ShimOrder> OwnerLink::receive()
{
    char buffer[1 << 16];
    const ssize_t size = recv(m_connection.get(), buffer, sizeof buffer, 0);
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) {
        close();
        return {};
    }
    if (size > 0)
        m_in.append(buffer, static_cast<std::size_t>(size));
    std::vector<ShimOrder> orders;
    std::size_t used = 0;
    for (;;) {
        const FrameView frame = firstFrame(std::string_view(m_in).substr(used));
        if (frame.state == FrameView::State::incomplete)
            break;
        auto order = frame.state == FrameView::State::whole ? decodeOrder(frame.payload) : std::nullopt;
        if (!order) {
            close();
            return {};
        }
        orders.push_back(std::move(*order));
        used += frame.size;
    }
    m_in.erase(0, used);
    return orders;
}

void OwnerLink::send(const ShimAnswer& answer)
{
    if (isConnected())
        m_out += encodeAnswer(answer);
}

void OwnerLink::flush()
{
    while (wantsToWrite()) {
        const ssize_t size = ::send(m_connection.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && errno == EAGAIN)
            return;
        if (size < 0)
            return; // the loop reads the end of the connection, after what the owner sent before it
        m_out.erase(0, static_cast<std::size_t>(size));
    }
}

} // namespace penstock::shim
