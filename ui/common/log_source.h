// Where a log's bytes come from: a file that grows, a buffer, later a range request.
#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>

namespace penstock::common {

// Bytes are only ever appended. Every function may be called from any thread at any time.
class LogSource {
public:
    virtual ~LogSource() = default;

    virtual qint64 size() const = 0;
    // Reads up to `length` bytes; fewer only at the end. Returns how many, 0 when there is nothing or it failed.
    virtual qint64 read(qint64 offset, char* to, qint64 length) const = 0;
};

// A file, opened when it first exists. Its size is asked of the system each time, so growth is seen.
class FileLogSource final : public LogSource {
public:
    explicit FileLogSource(const QString& path);
    ~FileLogSource() override;
    Q_DISABLE_COPY_MOVE(FileLogSource)

    qint64 size() const override;
    qint64 read(qint64 offset, char* to, qint64 length) const override;

private:
    int descriptor() const;

    QByteArray m_path;
    mutable std::mutex m_mutex; // guards opening
    mutable int m_descriptor = -1;
};

class MemoryLogSource final : public LogSource {
public:
    void append(const QByteArray& bytes);
    qint64 size() const override;
    qint64 read(qint64 offset, char* to, qint64 length) const override;

private:
    mutable std::mutex m_mutex; // guards m_bytes
    QByteArray m_bytes;
};

} // namespace penstock::common
