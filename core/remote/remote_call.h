#pragma once

#include "core/base/json.h"
#include "core/remote/response_reader.h"

#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <string>

namespace penstock::remote {

// One request and its answer on a connection of its own; deletes itself after `done`.
class RemoteCall final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<Json>)>;

    RemoteCall(const std::string& socketPath, QByteArray request, std::chrono::milliseconds patience, Done done,
               QObject* parent);

private:
    void onReadable();
    void finish(Result<Json> answer);
    Result<Json> answer() const;

    QLocalSocket m_socket;
    QTimer m_patience;
    ResponseReader m_reader;
    std::string m_body;
    Done m_done;
};

// `method` and `target` with what every request carries; `json` may be empty.
QByteArray requestText(const QByteArray& method, const QByteArray& target, const QByteArray& extraHeaders,
                       const std::string& json);

// `busy` with "remote.no_owner" when nobody listens, else "remote.connection_lost".
Error connectionError(const QLocalSocket& socket);

} // namespace penstock::remote
