#include "core/remote/remote_following.h"

#include "core/remote/remote_call.h"
#include "core/remote/wire.h"

#include <limits>

namespace penstock::remote {

namespace {

constexpr std::size_t longestLine = 64 * 1024 * 1024;

Error unreadable(std::string_view text)
{
    return {ErrorCode::io, {"remote.answer_unreadable", {}}, std::string(text.substr(0, 200))};
}

} // namespace

RemoteFollowing::RemoteFollowing(const std::string& socketPath, Seq after, std::chrono::milliseconds silence,
                                 std::shared_ptr<session::Follower> follower)
    : m_reader(std::numeric_limits<std::uint64_t>::max()), m_follower(std::move(follower))
{
    const QByteArray request = requestText("GET", "/v1/events?after=" + QByteArray::number(qulonglong(after)), {}, {});
    m_silence.setSingleShot(true);
    m_silence.setInterval(silence);
    connect(&m_silence, &QTimer::timeout, this, [this] { finish({ErrorCode::busy, {"remote.no_answer", {}}, {}}); });
    connect(&m_socket, &QLocalSocket::connected, this, [this, request] { m_socket.write(request); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &RemoteFollowing::onReadable);
    // Queued: see RemoteCall.
    connect(
        &m_socket, &QLocalSocket::errorOccurred, this,
        [this] {
            const QPointer<RemoteFollowing> self(this);
            onReadable();
            if (self)
                finish(connectionError(m_socket));
        },
        Qt::QueuedConnection);
    m_silence.start();
    m_socket.connectToServer(QString::fromStdString(socketPath));
}

void RemoteFollowing::onReadable()
{
    if (!m_follower || !m_socket.isOpen()) // closed: it failed before it was connected
        return;
    const QByteArray bytes = m_socket.readAll();
    if (bytes.isEmpty())
        return;
    m_silence.start();
    const auto state = m_reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, m_text);
    std::vector<Item> items;
    if (m_reader.status() == 200)
        items = takeLines();
    if (state == ResponseReader::State::broken || m_text.size() > longestLine) {
        items.push_back(unreadable(m_text));
    } else if (state == ResponseReader::State::complete) {
        const auto json = parseJson(m_text);
        items.push_back((json ? errorFromJson(*json) : std::nullopt)
                            .value_or(Error{ErrorCode::busy, {"remote.connection_lost", {}}, {}}));
    }
    deliver(items);
}

// The whole lines that have come, in order; events that stand together are one item.
std::vector<RemoteFollowing::Item> RemoteFollowing::takeLines()
{
    std::vector<Item> items;
    std::size_t begin = 0;
    for (std::size_t end = m_text.find('\n', m_searched); end != std::string::npos; end = m_text.find('\n', begin)) {
        if (end > begin)
            addItem(std::string_view(m_text).substr(begin, end - begin), items);
        begin = end + 1;
    }
    m_text.erase(0, begin);
    m_searched = m_text.size();
    return items;
}

void RemoteFollowing::addItem(std::string_view line, std::vector<Item>& items)
{
    const auto json = parseJson(line);
    if (!json) {
        items.push_back(unreadable(line));
    } else if (const auto closed = errorFromJson(memberAt(*json, "closed"))) {
        items.push_back(*closed);
    } else if (auto notice = noticeFromJson(*json)) {
        items.push_back(std::move(*notice));
    } else if (json->contains("seq")) { // else: of a newer version
        auto event = eventFromJson(*json);
        if (!event)
            items.push_back(event.error());
        else if (!items.empty() && std::holds_alternative<Events>(items.back()))
            std::get<Events>(items.back()).push_back(std::move(*event));
        else
            items.push_back(Events{std::move(*event)});
    }
}

void RemoteFollowing::deliver(const std::vector<Item>& items)
{
    const QPointer<RemoteFollowing> self(this); // a follower may end its following from within
    for (const Item& item : items) {
        if (!self || !m_follower)
            return;
        const auto follower = m_follower;
        if (const auto* events = std::get_if<Events>(&item))
            follower->events(*events);
        else if (const auto* notice = std::get_if<session::Notice>(&item))
            follower->notice(*notice);
        else
            finish(std::get<Error>(item));
    }
}

void RemoteFollowing::finish(const Error& why)
{
    const auto follower = std::exchange(m_follower, nullptr);
    if (!follower)
        return;
    m_silence.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    follower->closed(why);
}

} // namespace penstock::remote
