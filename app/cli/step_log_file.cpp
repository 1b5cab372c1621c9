#include "app/cli/step_log_file.h"

#include "app/cli/console.h"
#include "core/host/layout.h"

#include <QFile>

#include <algorithm>

namespace penstock::cli {

namespace {

constexpr qint64 tailBytes = 64 * 1024;
constexpr qint64 portion = 1024 * 1024;
constexpr qsizetype longestLine = 500;

} // namespace

StepLogFile::StepLogFile(const Workspace& workspace, const AttemptId& attempt)
    : m_path(host::Layout{workspace.path, workspace.stateFolder().valueOr({})}.attemptFolder(attempt) + "/log")
{}

bool StepLogFile::exists() const { return QFile::exists(QString::fromStdString(m_path)); }

QStringList StepLogFile::tail(int lines) const
{
    QFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(std::max<qint64>(0, file.size() - tailBytes)))
        return {};
    QByteArray bytes = file.read(tailBytes);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    const QList<QByteArray> all = bytes.split('\n');
    QStringList shown;
    for (qsizetype i = std::max<qsizetype>(0, all.size() - lines); i < all.size(); ++i) {
        const QByteArray line = all[i].endsWith('\r') ? all[i].chopped(1) : all[i];
        shown << fromUtf8(
            line.mid(line.lastIndexOf('\r') + 1).left(longestLine).toStdString()); // a progress bar's last word
    }
    return shown == QStringList(QString()) ? QStringList() : shown;
}

bool StepLogFile::read(std::uint64_t& from, std::string& content) const
{
    QFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(static_cast<qint64>(from)))
        return false;
    const QByteArray bytes = file.read(portion);
    from += static_cast<std::uint64_t>(bytes.size());
    content.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return !bytes.isEmpty();
}

} // namespace penstock::cli
