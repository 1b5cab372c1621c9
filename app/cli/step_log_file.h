#pragma once

#include "app/cli/workspace.h"
#include "core/base/ids.h"
#include "core/platform/log_index.h"

#include <QStringList>

#include <sys/types.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace penstock::cli {

// What an attempt printed, read from its file. The bytes are those of a program that may be anything: for a terminal
// they are made harmless, for a pipe they are passed on as they are.
class StepLogFile final {
public:
    StepLogFile(const Workspace& workspace, const AttemptId& attempt);

    const std::string& path() const { return m_path; }
    bool exists() const;
    QStringList tail(int lines) const; // harmless; of the last 64 KiB
    // Appends what the file has beyond `from` and moves it on. At most 1 MiB, and not beyond a place where bytes are
    // missing; false at the end.
    bool read(std::uint64_t& from, std::string& content) const;
    // Of very much output the middle is not kept. How many bytes are missing at this place, told once; moves `from` on
    // where they leave a hole in the file of a step that runs, and back where that hole was closed at its end.
    std::uint64_t skipMissing(std::uint64_t& from);

private:
    const std::vector<platform::LogIndexRecord>& gaps() const;
    bool isBeingClosed(int file, std::uint64_t from) const;

    std::string m_path;
    mutable std::vector<platform::LogIndexRecord> m_gaps;
    mutable platform::LogIndexRecord m_hole;
    mutable std::pair<ino_t, off_t> m_index; // file and size when it was read
    std::set<std::uint64_t> m_told;          // places
    std::uint64_t m_skipped = 0;             // bytes of holes that were told
};

} // namespace penstock::cli
