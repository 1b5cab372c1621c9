// The seam below HTTP: a stream of bytes to a peer whose identity the transport has proven. Unix sockets today; a
// loopback TCP listener (with a token in its gate policy) fits beside LocalListener without a change above.
#pragma once

#include "core/remote/gate.h"

#include <QByteArray>
#include <QObject>

#include <string>

namespace penstock::remote {

class Channel : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QByteArray
    read() = 0; // what has arrived; bounded by the channel's buffer, which is the back-pressure on the peer
    virtual void write(const QByteArray& bytes) = 0;
    virtual qint64 waiting() const = 0; // bytes written but not yet taken by the system
    virtual void closeWhenWritten() = 0;
    virtual void abort() = 0;
    virtual std::string user() const = 0; // system user at the other end

Q_SIGNALS:
    void arrived();
    void written();
    void closed(); // once, whoever closed it
};

class Listener : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const GatePolicy& policy() const = 0;

Q_SIGNALS:
    void accepted(penstock::remote::Channel* channel); // the receiver owns it
};

} // namespace penstock::remote
