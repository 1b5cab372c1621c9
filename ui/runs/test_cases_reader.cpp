#include "ui/runs/test_cases_reader.h"

#include <QFile>

namespace penstock::runs {

namespace {

constexpr qint64 mostBytes = 512LL << 20;

std::optional<TestCasesReader::Cases> casesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return {};
    const QByteArray bytes = file.readAll();
    const auto json = parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return json ? std::optional(tracking::testCasesFrom(*json)) : std::nullopt;
}

} // namespace

TestCasesReader::TestCasesReader(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

TestCasesReader::~TestCasesReader()
{
    ++m_question;
    m_pool.clear();
    m_pool.waitForDone();
}

void TestCasesReader::read(const QString& path, std::function<void(std::optional<Cases>)> done)
{
    const quint64 question = ++m_question;
    m_pool.start([this, question, path, done = std::move(done)] {
        if (m_question != question)
            return;
        QMetaObject::invokeMethod(this, [this, question, done, cases = casesIn(path)] {
            if (m_question == question)
                done(cases);
        });
    });
}

} // namespace penstock::runs
