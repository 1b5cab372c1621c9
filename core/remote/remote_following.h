#pragma once

#include "core/remote/response_reader.h"
#include "core/session/session.h"

#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::remote {

// The client's end of `GET /v1/events`: the subscription and its connection in one.
class RemoteFollowing final : public QObject, public session::Subscription {
    Q_OBJECT

public:
    RemoteFollowing(const std::string& socketPath, Seq after, std::chrono::milliseconds silence,
                    std::shared_ptr<session::Follower> follower);

private:
    using Events = std::vector<engine::StoredEvent>;
    using Item = std::variant<Events, session::Notice, Error>;

    void onReadable();
    std::vector<Item> takeLines();
    void addItem(std::string_view line, std::vector<Item>& items);
    void deliver(const std::vector<Item>& items);
    void finish(const Error& why);

    QLocalSocket m_socket;
    QTimer m_silence;
    ResponseReader m_reader;
    std::string m_text; // what has arrived of lines that are not whole
    std::size_t m_searched = 0;
    std::shared_ptr<session::Follower> m_follower; // null when closed
};

} // namespace penstock::remote
