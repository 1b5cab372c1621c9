#include "ui/compare/series_reader.h"

#include "core/tracking/metric_lines.h"

#include <QFile>

namespace penstock::compare {

namespace {

constexpr qint64 mostBytes = 256LL << 20; // of one file: more is no chart for people

void readFile(const QString& path, tracking::SeriesByName& series, const std::function<bool()>& isStale)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    tracking::MetricLines lines;
    for (qint64 read = 0; read < mostBytes && !isStale();) {
        const QByteArray bytes = file.read(1 << 20);
        if (bytes.isEmpty())
            break;
        read += bytes.size();
        tracking::add(series, lines.read({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    }
    tracking::add(series, lines.finish());
}

} // namespace

SeriesReader::SeriesReader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SeriesReader::~SeriesReader()
{
    ++m_question;
    m_pool.clear();
    m_pool.waitForDone();
}

void SeriesReader::read(const std::map<QString, QStringList>& files, std::function<void(const Answer&)> done)
{
    const quint64 question = ++m_question;
    m_pool.start([this, question, files, done = std::move(done)] {
        Answer answer;
        const auto isStale = [&] { return m_question != question; };
        for (const auto& [key, paths] : files) {
            for (const QString& path : paths)
                readFile(path, answer[key], isStale);
        }
        QMetaObject::invokeMethod(this, [this, question, done, answer = std::move(answer)] {
            if (m_question == question)
                done(answer);
        });
    });
}

} // namespace penstock::compare
