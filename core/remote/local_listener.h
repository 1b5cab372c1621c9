#pragma once

#include "core/remote/channel.h"

#include <QLocalServer>
#include <QString>
#include <QTimer>

#include <sys/types.h>

namespace penstock::remote {

// A unix socket that only one user can use: its folder is 0700, the socket 0600, and each peer's uid is asked of the
// kernel (SO_PEERCRED, unix(7)) before a byte is read.
class LocalListener final : public Listener {
    Q_OBJECT

public:
    explicit LocalListener(uid_t allowed, QObject* parent = nullptr);

    // The caller holds the workspace's lock, so that what stands at `path` is nobody's any more and is removed.
    // `path` is absolute and lies in a folder made by prepareSocketFolder(). Errors: io.
    // Want of descriptors makes QLocalServer give up for good; from then on it is tried again each second.
    Result<void> listen(const std::string& path);
    void close();

    const GatePolicy& policy() const override { return m_policy; }

private:
    void acceptAll();
    bool tryToListen();

    uid_t m_allowed;
    GatePolicy m_policy{{"localhost", "penstock"}, std::nullopt};
    QLocalServer m_server;
    QString m_path;
    QTimer m_look;
};

} // namespace penstock::remote
