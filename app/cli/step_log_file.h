#pragma once

#include "app/cli/workspace.h"
#include "core/base/ids.h"

#include <QStringList>

#include <string>

namespace penstock::cli {

// What an attempt printed, read from its file. The bytes are those of a program that may be anything: for a terminal
// they are made harmless, for a pipe they are passed on as they are.
class StepLogFile final {
public:
    StepLogFile(const Workspace& workspace, const AttemptId& attempt);

    const std::string& path() const { return m_path; }
    bool exists() const;
    QStringList tail(int lines) const; // harmless; of the last 64 KiB
    // Appends what the file has beyond `from` and moves it on. At most 1 MiB; false at the end.
    bool read(std::uint64_t& from, std::string& content) const;

private:
    std::string m_path;
};

} // namespace penstock::cli
