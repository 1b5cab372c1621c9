#include "ui/runs/json_reader.h"

#include <QFile>

namespace penstock::runs {

namespace {

constexpr qint64 mostBytes = 512LL << 20;

Json documentIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return {};
    const QByteArray bytes = file.readAll();
    auto json = parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return json ? std::move(*json) : Json();
}

} // namespace

JsonReader::JsonReader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

JsonReader::~JsonReader()
{
    ++m_question;
    m_pool.clear();
    m_pool.waitForDone();
}

void JsonReader::read(const QString& path, std::function<void(const Json&)> done)
{
    const quint64 question = ++m_question;
    m_pool.start([this, question, path, done = std::move(done)] {
        if (m_question != question)
            return;
        QMetaObject::invokeMethod(this, [this, question, done, document = documentIn(path)] {
            if (m_question == question)
                done(document);
        });
    });
}

} // namespace penstock::runs
