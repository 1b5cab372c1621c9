#include "app/studio/secret_keeper.h"

#include "core/base/json.h"
#include "ui/models/qt_text.h"

#include <QProcess>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using models::qt;

namespace {

QList<SecretName> secretsIn(const Json& answer)
{
    QList<SecretName> secrets;
    for (const Json& each : memberAt(answer, "secrets"))
        secrets.append({qt(textAt(each, "name")), memberAt(each, "workspace").is_string(), textAt(each, "place") == "file"});
    return secrets;
}

} // namespace

SecretKeeper::SecretKeeper(QString program, QString workspace, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_workspace(std::move(workspace))
{}

void SecretKeeper::list() { start(Asked::list, {u"list"_s, u"--workspace"_s, m_workspace}, {}); }

void SecretKeeper::set(const SecretName& secret, const QString& value)
{
    QStringList words{u"set"_s, secret.name};
    if (secret.isOfWorkspace)
        words << u"--workspace"_s << m_workspace;
    if (secret.isInFile)
        words << u"--file"_s;
    start(Asked::change, words, value.toUtf8());
}

void SecretKeeper::remove(const SecretName& secret)
{
    QStringList words{u"remove"_s, secret.name};
    if (secret.isOfWorkspace)
        words << u"--workspace"_s << m_workspace;
    start(Asked::change, words, {});
}

void SecretKeeper::start(Asked asked, const QStringList& words, const QByteArray& input)
{
    if (m_process)
        return;
    m_process = new QProcess(this);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        const QString why = m_process->errorString();
        std::exchange(m_process, nullptr)->deleteLater();
        Q_EMIT busyChanged();
        Q_EMIT failed(tr("The program penstock could not be started: %1").arg(why));
    });
    connect(m_process, &QProcess::finished, this,
            [this, asked](int code, QProcess::ExitStatus status) { finish(asked, status == QProcess::NormalExit && code == 0); });
    m_process->start(m_program, QStringList{u"secret"_s} + words + QStringList{u"--json"_s});
    if (!m_process)
        return;
    m_process->write(input);
    m_process->closeWriteChannel();
    Q_EMIT busyChanged();
}

void SecretKeeper::finish(Asked asked, bool well)
{
    QProcess* process = std::exchange(m_process, nullptr);
    process->deleteLater();
    Q_EMIT busyChanged();
    const auto answer = parseJson(process->readAllStandardOutput().toStdString());
    if (well && asked == Asked::list && answer)
        return Q_EMIT listed(secretsIn(*answer));
    if (well)
        return Q_EMIT changed();
    QString words = QString::fromUtf8(process->readAllStandardError()).section(u'\n', 0, 0).trimmed();
    if (words.startsWith(u"penstock: "_s))
        words.remove(0, 10);
    Q_EMIT failed(words.isEmpty() ? tr("The secrets cannot be read at present.") : words);
}

} // namespace penstock::studio
