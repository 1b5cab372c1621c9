#pragma once

#include "core/base/time.h"
#include "core/platform/file_descriptor.h"
#include "core/platform/log_index.h"

#include <string>
#include <string_view>

namespace penstock::platform {

// Writes `log` (the raw bytes of a step) and `log.idx` of one attempt, with bounded space on disk.
// Of more than `cap` bytes the first and the last halves are kept. While the step runs the file only grows and its middle
// becomes a hole, so that followers see the newest lines; finish() closes the hole, and the file then has `cap` bytes.
// A full disk loses bytes and says so; it never stops the step. Not thread-safe.
class StepLog final {
public:
    // Creates the files; returns 0 or an errno. EEXIST means that another claim has used this folder.
    int open(const std::string& attemptFolder, std::uint64_t cap);

    void write(LogMark stream, std::string_view bytes, Instant now);
    void finish();

    std::uint64_t bytes() const { return m_size; }      // in the file
    std::uint64_t dropped() const { return m_dropped; } // given to write() but not in the file (final after finish())
    bool isTruncated() const { return m_dropped > 0; }

private:
    void append(const LogIndexRecord& record);
    void mark(std::uint64_t offset, LogMark stream, Instant now);
    void punch();
    bool closeHole();
    void rewriteIndex(std::uint64_t head, std::uint64_t tail);

    std::string m_folder;
    FileDescriptor m_file;
    FileDescriptor m_index;
    std::uint64_t m_cap = 0;
    std::uint64_t m_size = 0;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_pendingGap = 0; // dropped at the current end and not yet in the index
    std::uint64_t m_holeEnd = 0;
    std::uint64_t m_records = 0;
    bool m_canPunch = true;
    LogIndexRecord m_last{};
};

} // namespace penstock::platform
