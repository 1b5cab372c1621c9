// One question on stdin, one answer on stdout, both JSON; values appear nowhere else.
//
//   {"do": "read", "keys": [KEY]}                  {"values": {KEY: TEXT}}, without what is not there
//   {"do": "write", "key": KEY, "value": TEXT}     {}
//   {"do": "remove", "key": KEY}                   {}, also when it is not there
//   else, or when the keyring cannot               {"error": "absent", "locked", "failed" or "question", "reason": TEXT}
#include "core/base/json.h"
#include "core/platform/process_privacy.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QEventLoop>

#include <unistd.h>

#include <cstdio>
#include <string>

namespace {

using penstock::Json;
using namespace Qt::Literals::StringLiterals;

QString qt(const std::string& text) { return QString::fromStdString(text); }

std::string question()
{
    std::string text;
    char buffer[1 << 14];
    for (ssize_t size = 0; (size = read(STDIN_FILENO, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(size));
    return text;
}

const char* wordFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return "absent";
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return "locked";
    default: return "failed";
    }
}

// Null when all is well or the key is not there.
Json carryOut(QKeychain::Job& job, const std::string& key)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // never a plain file without the person's say
    job.setKey(qt(key));
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    job.start();
    loop.exec();
    if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
        return {};
    return {{"error", wordFor(job.error())}, {"reason", job.errorString().toStdString()}};
}

Json readAll(const QString& service, const Json& keys)
{
    Json values = Json::object();
    for (const Json& key : keys) {
        if (!key.is_string())
            continue;
        QKeychain::ReadPasswordJob job(service);
        if (Json error = carryOut(job, key.get<std::string>()); !error.is_null())
            return error;
        if (job.error() == QKeychain::NoError)
            values[key.get<std::string>()] = job.textData().toStdString();
    }
    return {{"values", std::move(values)}};
}

Json answer(const Json& asked)
{
    const QString service = u"penstock"_s;
    const std::string what = penstock::textAt(asked, "do");
    const std::string key = penstock::textAt(asked, "key");
    if (what == "read")
        return readAll(service, penstock::memberAt(asked, "keys"));
    Json error = {{"error", "question"}, {"reason", what}};
    if (what == "write") {
        QKeychain::WritePasswordJob job(service);
        job.setTextData(qt(penstock::textAt(asked, "value")));
        error = carryOut(job, key);
    } else if (what == "remove") {
        QKeychain::DeletePasswordJob job(service);
        error = carryOut(job, key);
    }
    return error.is_null() ? Json::object() : error;
}

} // namespace

int main(int argc, char** argv)
{
    penstock::platform::keepMemoryPrivate();
    QCoreApplication application(argc, argv);
    const auto asked = penstock::parseJson(question());
    const std::string text = penstock::dumpJson(asked ? answer(*asked) : Json{{"error", "question"}});
    const bool isWritten = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return isWritten ? 0 : 1;
}
