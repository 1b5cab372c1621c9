#include "ui/common/log_source.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::common {

FileLogSource::FileLogSource(const QString& path)
    : m_path(QFile::encodeName(path))
{}

FileLogSource::~FileLogSource()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

int FileLogSource::descriptor() const
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor < 0)
        m_descriptor = ::open(m_path.constData(), O_RDONLY | O_CLOEXEC);
    return m_descriptor;
}

qint64 FileLogSource::size() const
{
    struct stat status {};
    const int file = descriptor();
    return file >= 0 && ::fstat(file, &status) == 0 ? status.st_size : 0;
}

qint64 FileLogSource::read(qint64 offset, char* to, qint64 length) const
{
    // pread keeps no position, so that threads do not disturb each other; QFile does.
    const int file = descriptor();
    qint64 done = 0;
    while (file >= 0 && done < length) {
        const ssize_t part = ::pread(file, to + done, static_cast<std::size_t>(length - done), offset + done);
        if (part <= 0)
            break;
        done += part;
    }
    return done;
}

void MemoryLogSource::append(const QByteArray& bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bytes += bytes;
}

qint64 MemoryLogSource::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes.size();
}

qint64 MemoryLogSource::read(qint64 offset, char* to, qint64 length) const
{
    const std::lock_guard lock(m_mutex);
    const qint64 count = std::clamp<qint64>(m_bytes.size() - offset, 0, length);
    if (count > 0)
        std::memcpy(to, m_bytes.constData() + offset, static_cast<std::size_t>(count));
    return count;
}

} // namespace penstock::common
