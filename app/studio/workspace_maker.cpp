#include "app/studio/workspace_maker.h"

#include "app/studio/workspace_folder.h"
#include "core/base/json.h"
#include "ui/models/qt_text.h"

#include <QProcess>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;

void WorkspaceMaker::fromTemplate(const QString& folder, const QString& name) { start(folder, {u"--template"_s, name}); }

void WorkspaceMaker::fromScript(const QString& folder, const QString& script) { start(folder, {u"--from"_s, script, u"--no-trust"_s}); }

void WorkspaceMaker::start(const QString& folder, const QStringList& more)
{
    if (m_program)
        return;
    m_program = new QProcess(this);
    connect(m_program, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT failed(tr("The program penstock could not be started: %1").arg(m_program->errorString()));
            std::exchange(m_program, nullptr)->deleteLater();
        }
    });
    connect(m_program, &QProcess::finished, this,
            [this, folder](int code, QProcess::ExitStatus status) { finish(folder, status == QProcess::NormalExit && code == 0); });
    m_program->start(ownerProgram(), QStringList{u"init"_s, folder, u"--json"_s} + more);
}

void WorkspaceMaker::finish(const QString& folder, bool well)
{
    QProcess* program = std::exchange(m_program, nullptr);
    program->deleteLater();
    if (well) {
        const auto answer = parseJson(program->readAllStandardOutput().toStdString());
        return Q_EMIT made(folder, answer ? models::qt(textAt(*answer, "pipeline")) : QString());
    }
    QString words = QString::fromUtf8(program->readAllStandardError()).section(u'\n', 0, 0).trimmed();
    if (words.startsWith(u"penstock: "_s))
        words.remove(0, 10);
    Q_EMIT failed(words.isEmpty() ? tr("The workspace could not be made.") : words);
}

} // namespace penstock::studio
