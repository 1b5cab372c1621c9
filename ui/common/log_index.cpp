#include "ui/common/log_index.h"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace penstock::common {
namespace {

constexpr qint64 blockSize = 1 << 20;
constexpr qint64 linesPerMark = 64;
constexpr qint64 bytesPerMark = 256 * 1024; // so that long lines do not make a line slow to find

} // namespace

LogIndex::LogIndex(std::shared_ptr<const LogSource> source, std::function<void()> progressed)
    : m_source(std::move(source))
    , m_progressed(std::move(progressed))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{}

LogIndex::~LogIndex()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void LogIndex::grow()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending = true;
    }
    m_wake.notify_all();
}

qint64 LogIndex::lineCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_lines + (m_scanned > m_lastStart ? 1 : 0);
}

bool LogIndex::isComplete() const
{
    const std::lock_guard lock(m_mutex);
    return !m_pending && m_scanned >= m_wanted;
}

void LogIndex::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_pending; }))
                return;
            m_pending = false;
            m_wanted = std::max(m_wanted, m_source->size());
        }
        scan(stop);
        if (!stop.stop_requested())
            m_progressed();
    }
}

void LogIndex::scan(const std::stop_token& stop)
{
    std::vector<char> block(blockSize);
    auto reported = std::chrono::steady_clock::now();
    qint64 offset = 0, lines = 0, lastStart = 0;
    Mark last;
    {
        const std::lock_guard lock(m_mutex);
        offset = m_scanned;
        lines = m_lines;
        lastStart = m_lastStart;
        last = m_marks.back();
    }
    std::vector<Mark> marks;
    while (!stop.stop_requested()) {
        const qint64 count = m_source->read(offset, block.data(), blockSize);
        if (count <= 0)
            return;
        marks.clear();
        const char* at = block.data();
        const char* const end = at + count;
        while (const auto* found = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
            at = found + 1;
            ++lines;
            lastStart = offset + (at - block.data());
            if (lines - last.line >= linesPerMark || lastStart - last.offset >= bytesPerMark) {
                last = {lines, lastStart};
                marks.push_back(last);
            }
            if (at == end)
                break;
        }
        offset += count;
        {
            const std::lock_guard lock(m_mutex);
            m_marks.insert(m_marks.end(), marks.begin(), marks.end());
            m_lines = lines;
            m_lastStart = lastStart;
            m_scanned = offset;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - reported > std::chrono::milliseconds(33)) {
            reported = now;
            m_progressed();
        }
    }
}

// Start and end of a line's bytes, its '\n' left out.
std::pair<qint64, qint64> LogIndex::range(qint64 index) const
{
    Mark mark;
    qint64 limit = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (index < 0 || index > m_lines)
            return {0, 0};
        if (index == m_lines)
            return {m_lastStart, m_scanned};
        auto next = std::upper_bound(m_marks.begin(), m_marks.end(), index, [](qint64 line, const Mark& m) { return line < m.line; });
        mark = *std::prev(next);
        limit = next == m_marks.end() ? m_scanned : next->offset;
    }
    std::vector<char> block(64 * 1024);
    qint64 line = mark.line, offset = mark.offset, start = mark.offset;
    while (offset < limit) {
        // The end of the last line before a mark is known: a long one need not be read.
        const qint64 count = m_source->read(offset, block.data(), std::min<qint64>(static_cast<qint64>(block.size()), limit - offset));
        if (count <= 0)
            break;
        const char* at = block.data();
        const char* const end = at + count;
        while (at < end) {
            const auto* found = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (!found)
                break;
            const qint64 place = offset + (found - block.data());
            if (line == index)
                return {start, place};
            ++line;
            start = place + 1;
            at = found + 1;
        }
        offset += count;
    }
    return {start, std::max(start, limit)};
}

QByteArray LogIndex::line(qint64 index, qint64 most) const
{
    const auto [start, end] = range(index);
    const qint64 length = end - start;
    QByteArray bytes(std::min(length, most), Qt::Uninitialized);
    if (length > most) {
        bytes.resize(m_source->read(end - most, bytes.data(), most));
        if (bytes.lastIndexOf('\r', -2) >= 0)
            return bytes;
    }
    bytes.resize(m_source->read(start, bytes.data(), bytes.size()));
    return bytes;
}

} // namespace penstock::common
