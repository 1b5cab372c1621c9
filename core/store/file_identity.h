#pragma once

#include <cstdint>
#include <sys/stat.h>

namespace penstock::store {

// What tells, without reading it, that a file is the one that was read before. The device is left out: its number may
// change with every start of the machine.
struct FileIdentity {
    std::int64_t size = 0;
    std::int64_t modified = 0; // nanoseconds
    std::int64_t changed = 0;  // nanoseconds; cannot be set back by a program
    std::uint64_t inode = 0;

    bool operator==(const FileIdentity&) const = default;
};

FileIdentity identityOf(const struct stat& status);

// Whether a later change of the file is certain to give it another identity: times have the grain of the kernel's tick
// (or of an old file system's second), and a change within the tick in which the file was last changed would not show.
// Asked before the file is read.
bool isSettled(const FileIdentity& identity);

} // namespace penstock::store
