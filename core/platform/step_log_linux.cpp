#include "core/platform/step_log.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace penstock::platform {

namespace {

constexpr std::uint64_t block = 4096;
constexpr std::uint64_t mostRecords = 1'000'000; // 24 MB of index; hostile output must not fill the disk through it
constexpr std::uint64_t recordsPerSpacing = 65'536;

// Bytes written; fewer than asked only after an error.
std::size_t writeWhole(int fd, std::string_view bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t size = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        done += static_cast<std::size_t>(size);
    }
    return done;
}

std::string readFile(const std::string& path)
{
    std::string content;
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char buffer[1 << 16];
    for (ssize_t size = 1; file && size > 0;) {
        size = ::read(file.get(), buffer, sizeof buffer);
        if (size > 0)
            content.append(buffer, static_cast<std::size_t>(size));
    }
    return content;
}

} // namespace

int StepLog::open(const std::string& attemptFolder, std::uint64_t cap)
{
    m_folder = attemptFolder;
    m_cap = cap;
    const std::string path = m_folder + "/log";
    m_file.reset(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_APPEND, 0600));
    return m_file ? 0 : errno;
}

void StepLog::append(const LogIndexRecord& record)
{
    if (m_records >= mostRecords)
        return;
    if (!m_index) // most short steps print nothing: their folder gets no index
        m_index.reset(::open((m_folder + "/log.idx").c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND, 0600));
    const std::string bytes = encode(record);
    const std::size_t written = m_index ? writeWhole(m_index.get(), bytes) : 0;
    if (written == bytes.size()) {
        ++m_records;
        m_last = record;
    } else if (written > 0) { // fixed-size records: a torn one would shift all that follow
        if (ftruncate(m_index.get(), static_cast<off_t>(m_records * logIndexRecordSize)) != 0)
            m_records = mostRecords;
    }
}

// One record per stretch and millisecond at first; the longer the log, the coarser, so that the index stays small.
void StepLog::mark(std::uint64_t offset, LogMark stream, Instant now)
{
    if (m_pendingGap > 0) {
        append({offset, m_pendingGap, LogMark::gap});
        m_pendingGap = 0;
    }
    const auto time = static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.time_since_epoch().count()));
    const std::uint64_t spacing = std::uint64_t{1} << std::min<std::uint64_t>(m_records / recordsPerSpacing, 12);
    const bool fresh = m_records == 0 || m_last.mark != stream || time < m_last.value || time - m_last.value >= spacing;
    if (fresh)
        append({offset, time, stream});
}

void StepLog::write(LogMark stream, std::string_view bytes, Instant now)
{
    if (bytes.empty() || !m_file)
        return;
    const std::size_t asked = bytes.size();
    if (!m_canPunch)
        bytes = bytes.substr(0, m_size < m_cap ? static_cast<std::size_t>(m_cap - m_size) : 0);
    const std::size_t written = writeWhole(m_file.get(), bytes);
    if (written > 0)
        mark(m_size, stream, now);
    m_size += written;
    m_dropped += asked - written;
    m_pendingGap += asked - written;
    punch();
}

// The file system frees the middle while the offsets of what follows stay as they are. Where it cannot (EOPNOTSUPP), only
// the head is kept, up to the cap.
void StepLog::punch()
{
    const std::uint64_t head = m_cap / 2;
    const std::uint64_t tail = m_cap - head;
    if (m_size <= m_cap || !m_canPunch)
        return;
    const std::uint64_t begin = std::max(m_holeEnd, head);
    const std::uint64_t end = (m_size - tail) / block * block;
    if (end < begin + std::max(block, m_cap / 64))
        return;
    if (fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin),
                  static_cast<off_t>(end - begin))
        != 0) {
        m_canPunch = errno == EINTR;
        return;
    }
    m_holeEnd = end;
    append({head, end - head, LogMark::hole});
}

// Moves the tail down to the head. In place: there may be no space for a second copy.
bool StepLog::closeHole()
{
    const std::uint64_t head = m_cap / 2;
    const std::uint64_t tail = m_size - (m_cap - head);
    if (fcntl(m_file.get(), F_SETFL, 0) != 0) // without O_APPEND: pwrite would ignore its offset
        return false;
    std::vector<char> buffer(1 << 20);
    std::uint64_t to = head;
    for (std::uint64_t from = tail; from < m_size;) {
        const ssize_t got = pread(m_file.get(), buffer.data(), buffer.size(), static_cast<off_t>(from));
        if (got <= 0)
            return false;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = pwrite(m_file.get(), buffer.data() + done, static_cast<std::size_t>(got - done),
                                       static_cast<off_t>(to));
            if (put <= 0)
                return false;
            done += put;
            to += static_cast<std::uint64_t>(put);
        }
        from += static_cast<std::uint64_t>(got);
    }
    if (ftruncate(m_file.get(), static_cast<off_t>(to)) != 0)
        return false;
    rewriteIndex(head, tail);
    m_dropped += tail - head;
    m_size = to;
    return true;
}

void StepLog::rewriteIndex(std::uint64_t head, std::uint64_t tail)
{
    const std::string path = m_folder + "/log.idx";
    std::string content;
    bool gapWritten = false;
    LogIndexRecord current{};
    const auto writeGap = [&] {
        content += encode({head, tail - head, LogMark::gap});
        if (current.value != 0) // what the tail begins with
            content += encode({head, current.value, current.mark});
        gapWritten = true;
    };
    for (LogIndexRecord record : readLogIndex(readFile(path))) {
        if (record.mark == LogMark::hole)
            continue;
        if (record.offset >= head && record.offset < tail) {
            if (record.mark != LogMark::gap)
                current = record;
            continue;
        }
        if (record.offset >= tail && !gapWritten)
            writeGap();
        if (record.offset >= tail)
            record.offset -= tail - head;
        else if (record.mark != LogMark::gap)
            current = record;
        content += encode(record);
    }
    if (!gapWritten)
        writeGap();
    const std::string fresh = path + ".tmp";
    FileDescriptor file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (file && writeWhole(file.get(), content) == content.size())
        rename(fresh.c_str(), path.c_str());
    else
        unlink(fresh.c_str());
}

void StepLog::finish()
{
    if (!m_file)
        return;
    // After a write error between tail and head the file keeps its hole: nothing that was kept is lost by that.
    if (m_canPunch && m_size > m_cap && !closeHole())
        m_dropped += m_holeEnd > m_cap / 2 ? m_holeEnd - m_cap / 2 : 0;
    if (m_pendingGap > 0 && m_index)
        append({m_size, m_pendingGap, LogMark::gap});
    m_file.reset();
    m_index.reset();
}

} // namespace penstock::platform
