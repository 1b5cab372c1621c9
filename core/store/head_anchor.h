// How far the log had come, kept outside the database: a write-ahead log that lost its tail is a valid, shorter log to
// SQLite, and only somebody who remembers the head can tell.
//
// The file has two slots that are written in turn, each with a checksum, so that a torn write leaves the other one. It
// is written after each commit (survives a crash of the process at once) and synced in groups: the anchor never runs
// ahead of the log, and after a power failure it may be a few commits behind.
#pragma once

#include "core/store/descriptor.h"
#include "core/store/event_chain.h"

#include <optional>
#include <string>

namespace penstock::store {

struct Anchor {
    std::string storeId; // 16 bytes
    LogHead head;
    bool closed = false; // the owner went in an orderly way
    std::uint64_t generation = 0;
};

// Nothing when the file is absent or holds no valid slot. Errors: denied, io.
Result<std::optional<Anchor>> readAnchor(const std::string& path);

class HeadAnchor final {
public:
    // Makes the file when it is absent.
    static Result<HeadAnchor> open(const std::string& path, Anchor first);

    Result<void> write(const LogHead& head, bool closed = false);
    Result<void> sync();

private:
    HeadAnchor(std::string path, Descriptor file, Anchor last)
        : m_path(std::move(path)), m_file(std::move(file)), m_last(std::move(last))
    {}
    std::string m_path;
    Descriptor m_file;
    Anchor m_last;
};

} // namespace penstock::store
