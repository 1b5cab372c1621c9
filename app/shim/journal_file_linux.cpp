#include "app/shim/journal_file.h"

#include "app/shim/clocks.h"
#include "core/platform/boot_id.h"
#include "core/platform/frame.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace penstock::shim {

namespace {

using namespace platform;

constexpr std::uint64_t reserveStep = 256 * 1024;
constexpr std::uint64_t reserveLeast = 64 * 1024;
constexpr std::uint64_t compactFrom = 512 * 1024;

int writeAt(int fd, std::string_view bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t size = pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return size < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(size));
        offset += static_cast<std::uint64_t>(size);
    }
    return 0;
}

std::string framed(const JournalRecord& record)
{
    std::string frame;
    appendFrame(frame, encode(record));
    return frame;
}

} // namespace

int JournalFile::load()
{
    std::string bytes;
    char buffer[1 << 16];
    ssize_t size = 0;
    while ((size = read(m_file.get(), buffer, sizeof buffer)) != 0) {
        if (size < 0 && errno != EINTR)
            return errno;
        if (size > 0)
            bytes.append(buffer, static_cast<std::size_t>(size));
    }
    m_content = readJournal(bytes);
    m_size = m_content.validBytes;
    if (m_size < bytes.size()) {
        // What is cut off is kept aside for people: it may be the only trace of a damaged disk.
        FileDescriptor aside(::open("journal.damaged", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (aside)
            writeAt(aside.get(), bytes, 0);
        if (ftruncate(m_file.get(), static_cast<off_t>(m_size)) != 0)
            return errno;
    }
    return 0;
}

int JournalFile::open()
{
    m_file.reset(::open("journal", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!m_file)
        return errno;
    if (const int error = load())
        return error;
    if (m_size == 0)
        m_pending = journalMagic;
    for (const auto& [attempt, entry] : m_content.entries)
        m_unacknowledged += entry.exit.has_value();
    declareLost();
    if (const int error = flush())
        return error;
    m_dirty = m_unacknowledged > 0; // an empty journal needs no sync: without it there is nothing to forget either
    return 0;
}

// Under the lock nobody else can be the witness of these any more.
void JournalFile::declareLost()
{
    const std::string boot = bootId();
    for (auto& [attempt, entry] : m_content.entries) {
        if (entry.exit)
            continue;
        ExitRecord record;
        record.kind = ExitKind::lost;
        record.lostReason = entry.claim.bootId == boot ? LostReason::shimDied : LostReason::reboot;
        record.started = entry.claim.at;
        record.ended = wallNow();
        entry.exit = record;
        ++m_unacknowledged;
        m_pending += framed(AttemptExit{attempt, record});
    }
}

int JournalFile::reserve()
{
    if (m_size + m_pending.size() + reserveLeast <= m_reserved)
        return 0;
    const std::uint64_t target = m_size + m_pending.size() + reserveStep;
    if (fallocate(m_file.get(), FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(target)) != 0) {
        if (errno != EOPNOTSUPP && errno != ENOSYS) // such a file system cannot promise it; the write will tell
            return errno;
    }
    m_reserved = target;
    return 0;
}

int JournalFile::flush()
{
    if (m_pending.empty())
        return 0;
    if (const int error = writeAt(m_file.get(), m_pending, m_size)) {
        // Half a frame would hide everything behind it.
        if (ftruncate(m_file.get(), static_cast<off_t>(m_size)) == 0)
            m_reserved = 0;
        return error;
    }
    m_size += m_pending.size();
    m_pending.clear();
    m_dirty = true;
    return 0;
}

int JournalFile::claim(const ClaimRecord& record)
{
    const std::size_t before = m_pending.size();
    m_pending += framed(record);
    if (const int error = flush()) {
        m_pending.resize(before);
        return error;
    }
    fold(m_content, record);
    return 0;
}

void JournalFile::end(const AttemptExit& exit)
{
    m_pending += framed(exit);
    fold(m_content, exit);
    ++m_unacknowledged;
    flush();
}

void JournalFile::forget(const std::string& attempt)
{
    const auto entry = m_content.entries.find(attempt);
    if (entry == m_content.entries.end() || !entry->second.exit) // a running attempt cannot be forgotten
        return;
    m_content.entries.erase(entry);
    --m_unacknowledged;
    m_pending += framed(ForgetRecord{attempt});
}

const JournalEntry* JournalFile::find(const std::string& attempt) const
{
    const auto entry = m_content.entries.find(attempt);
    return entry == m_content.entries.end() ? nullptr : &entry->second;
}

void JournalFile::sync()
{
    if (flush() == 0 && m_dirty && fdatasync(m_file.get()) == 0)
        m_dirty = false;
}

// A new file and a rename: at every moment one whole journal has the name.
void JournalFile::compact()
{
    if (m_size < compactFrom)
        return;
    std::string bytes(journalMagic);
    for (const auto& [attempt, entry] : m_content.entries) {
        bytes += framed(entry.claim);
        if (entry.exit)
            bytes += framed(AttemptExit{attempt, *entry.exit});
    }
    if (bytes.size() > m_size / 2)
        return;
    FileDescriptor fresh(::open("journal.tmp", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fresh || writeAt(fresh.get(), bytes, 0) != 0 || fdatasync(fresh.get()) != 0
        || rename("journal.tmp", "journal") != 0)
        return;
    m_file = std::move(fresh);
    m_size = bytes.size();
    m_pending.clear(); // only what was forgotten: those entries are not in the new file
    m_reserved = 0;
}

} // namespace penstock::shim
