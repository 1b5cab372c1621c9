// A file of files in the format that every `tar` reads: ustar, with records of pax where a name or a size needs more room
// (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, "pax Interchange Format").
// It has its name only when it is whole and on disk; what stood there before is replaced then.
#pragma once

#include "core/base/result.h"
#include "core/store/descriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace penstock::store {

class ArchiveFile final {
public:
    static Result<ArchiveFile> create(const std::string& path);
    ~ArchiveFile(); // an unfinished one leaves nothing
    ArchiveFile(ArchiveFile&&) noexcept;
    ArchiveFile& operator=(ArchiveFile&&) = delete;

    Result<void> addText(const std::string& name, std::string_view text);
    // Rights and times of the file; a regular file that is gone by now is passed over. One that shrinks meanwhile ends in zeros.
    Result<void> addFile(const std::string& name, const std::string& path);
    Result<void> finish();

    std::uint64_t files() const { return m_files; }
    std::uint64_t bytes() const { return m_bytes; } // of the archive so far

private:
    struct Entry;

    ArchiveFile(std::string path, std::string part, Descriptor file);
    Result<void> begin(const Entry& entry);
    Result<void> write(std::string_view bytes);
    Result<void> fillBlock(std::uint64_t size);

    std::string m_path, m_part; // m_part: empty once it has its name
    Descriptor m_file;
    std::uint64_t m_files = 0, m_bytes = 0;
};

} // namespace penstock::store
