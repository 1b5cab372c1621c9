#include "app/cli/step_log_file.h"

#include "app/cli/console.h"
#include "core/host/layout.h"

#include <QFile>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

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
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(static_cast<qint64>(from)))
        return false;
    qint64 most = portion;
    for (const platform::LogIndexRecord& gap : gaps()) {
        if (gap.offset > from)
            most = std::min(most, static_cast<qint64>(gap.offset - from));
    }
    if (isBeingClosed(file.handle(), from))
        return false;
    const off_t hole = ::lseek(file.handle(), static_cast<off_t>(from), SEEK_HOLE);
    if (hole > static_cast<off_t>(from))
        most = std::min<qint64>(most, hole - static_cast<off_t>(from));
    ::lseek(file.handle(), static_cast<off_t>(from), SEEK_SET);
    const QByteArray bytes = file.read(most);
    from += static_cast<std::uint64_t>(bytes.size());
    content.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return !bytes.isEmpty();
}

std::uint64_t StepLogFile::skipMissing(std::uint64_t& from)
{
    QFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const platform::LogIndexRecord& gap : gaps()) {
        if (gap.offset > from || !m_told.insert(gap.offset).second)
            continue;
        if (gap.offset < from && m_skipped > 0) // it was a hole when it was passed; what came behind it has moved down
            from = std::max(gap.offset, from - std::min(from, gap.value));
        return gap.value - std::min(gap.value, std::exchange(m_skipped, 0));
    }
    const off_t data = ::lseek(file.handle(), static_cast<off_t>(from), SEEK_DATA);
    const std::uint64_t next = data < 0 ? from : static_cast<std::uint64_t>(data);
    const std::uint64_t skipped = next - from;
    m_skipped += skipped;
    from = next;
    return skipped;
}

const std::vector<platform::LogIndexRecord>& StepLogFile::gaps() const
{
    QFile index(QString::fromStdString(m_path + ".idx"));
    struct stat status {};
    if (!index.open(QIODevice::ReadOnly) || ::fstat(index.handle(), &status) != 0)
        return m_gaps;
    if (const std::pair now(status.st_ino, status.st_size); std::exchange(m_index, now) == now)
        return m_gaps;
    m_gaps = platform::readLogIndex(index.readAll().toStdString());
    m_hole = {};
    for (const platform::LogIndexRecord& record : m_gaps)
        m_hole = record.mark == platform::LogMark::hole ? record : m_hole;
    std::erase_if(m_gaps, [](const platform::LogIndexRecord& record) { return record.mark != platform::LogMark::gap; });
    return m_gaps;
}

// The end of the log is moved into the hole when the step has ended; only with the next index it is known what is
// where.
bool StepLogFile::isBeingClosed(int file, std::uint64_t from) const
{
    return from >= m_hole.offset && from < m_hole.offset + m_hole.value &&
           ::lseek(file, static_cast<off_t>(from), SEEK_DATA) == static_cast<off_t>(from);
}

} // namespace penstock::cli
