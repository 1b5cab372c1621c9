#pragma once

#include "core/platform/file_descriptor.h"
#include "core/platform/shim_journal.h"

namespace penstock::shim {

// The journal on disk, in the current folder. Space for the next records is reserved before a claim, so that a full disk
// refuses new attempts but never loses the end of a running one.
class JournalFile final {
public:
    // Reads what is there, cuts a torn tail off, and declares open claims of dead predecessors lost. 0 or an errno.
    int open();

    int reserve();                                       // 0 or an errno
    int claim(const platform::ClaimRecord& record);       // 0 or an errno; after an error the file is as it was
    void end(const platform::AttemptExit& exit);         // kept and tried again with the next record if the disk refuses it
    void forget(const std::string& attempt);             // reaches the disk with the next record
    void sync();                                         // fdatasync, when something was written since the last one
    void compact();                                      // rewrites a file that is mostly forgotten

    const std::map<std::string, platform::JournalEntry>& entries() const { return m_content.entries; }
    const platform::JournalEntry* find(const std::string& attempt) const;
    std::size_t unacknowledged() const { return m_unacknowledged; } // ended and not forgotten
    bool isDirty() const { return m_dirty; }

private:
    int load();
    void declareLost();
    int flush();

    platform::FileDescriptor m_file;
    platform::JournalContent m_content;
    std::string m_pending; // frames that are not in the file yet
    std::size_t m_unacknowledged = 0;
    std::uint64_t m_size = 0;
    std::uint64_t m_reserved = 0;
    bool m_dirty = false;
};

} // namespace penstock::shim
