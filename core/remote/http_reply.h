#pragma once

#include "core/base/json.h"
#include "core/remote/channel.h"
#include "core/remote/gate.h"

#include <QByteArray>
#include <QObject>

namespace penstock::remote {

// The answer to one request: either one JSON document or a stream in chunks. It dies with its connection: a handler
// that answers later holds a QPointer. What it writes after the end is dropped.
class HttpReply final : public QObject {
    Q_OBJECT

public:
    HttpReply(Channel& channel, bool keepAlive, QObject* parent, const GatePolicy* policy = nullptr); // the policy outlives it

    void send(int status, const Json& body, const QByteArray& extraHeaders = {});
    void refuse(const Refusal& refusal, const QByteArray& extraHeaders = {});
    void fail(const Error& error); // with the status that belongs to its code

    void sendText(int status, const QByteArray& text);

    void startStream(const QByteArray& contentType);
    void write(const QByteArray& bytes); // one chunk; empty ones are left out, for they would end the stream
    void endStream();                    // the proper end: a stream without it was cut off

    bool isFinished() const { return m_finished; }
    bool keepsAlive() const { return m_keepAlive; }
    qint64 waiting() const { return m_channel.waiting(); }

Q_SIGNALS:
    void drained();  // the peer took some bytes
    void finished(); // the last byte is written (not yet taken)

private:
    void answer(int status, const QByteArray& contentType, const QByteArray& content, const QByteArray& extraHeaders);
    void finish();

    Channel& m_channel;
    const GatePolicy* m_policy;
    bool m_keepAlive;
    bool m_finished = false;
};

} // namespace penstock::remote
