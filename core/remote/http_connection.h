#pragma once

#include "core/remote/http_reply.h"
#include "core/remote/request_reader.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace penstock::remote {

// One peer: reads a request, hands it on, writes the answer, reads the next. One request at a time; while one is
// answered nothing is read, so a peer cannot pile up work. Every wait has a deadline. Deletes itself when the channel
// closes.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest&, HttpReply&)>;
    using BodyLimit = std::function<std::uint64_t(const HttpRequest& head)>;

    HttpConnection(Channel* channel, GatePolicy policy, const HttpLimits& limits, Handler handler, BodyLimit limit,
                   QObject* parent);

    // Answers 503 and closes, whatever the peer sends.
    void turnAway();

private:
    void onArrived();
    void onDeadline();
    void advance();
    void answer(const HttpRequest& request);
    void refuse(const Refusal& refusal);
    void onReplyFinished();
    void awaitRequest();
    RequestReader::Judgement judge(const HttpRequest& head, const BodyLimit& limit) const;

    Channel* m_channel; // child
    GatePolicy m_policy;
    HttpLimits m_limits;
    Handler m_handler;
    RequestReader m_reader;
    QPointer<HttpReply> m_reply;
    QTimer m_deadline; // of the header, the body, or the lingering after a refusal
    QTimer m_stall;    // restarted by every byte that the peer takes
    bool m_lingering = false;
    bool m_continued = false;
    bool m_idle = false; // nothing of the next request has come
    qint64 m_readAway = 0;
};

} // namespace penstock::remote
