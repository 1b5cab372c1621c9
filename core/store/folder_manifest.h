// What a folder artifact is: the sorted list of its files, links and empty folders. Its text is stored as an object,
// and the SHA-256 of the text is the digest of the folder.
//
//   penstock-folder 1
//   f SIZE DIGEST LENGTH NAME        a file
//   x SIZE DIGEST LENGTH NAME        a file that may be executed
//   l TARGET-LENGTH TARGET LENGTH NAME   a symbolic link that stays inside the folder
//   d LENGTH NAME                    an empty folder
//
// Names are relative paths, any bytes but NUL, with their length in front: a newline in a name means nothing. Sorted by
// bytes. Owners, times and other permission bits are no content. Folders with content follow from the names in them.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::store {

struct ManifestEntry {
    enum class Kind { file, program, link, emptyFolder };

    Kind kind = Kind::file;
    std::string name;
    std::uint64_t size = 0; // of files and programs, like the digest
    Digest digest;
    std::string target; // of links

    bool isFile() const { return kind == Kind::file || kind == Kind::program; }
    bool operator==(const ManifestEntry&) const = default;
};

class FolderManifest final {
public:
    // Sorts. The entries must come from a folder, or parse() would refuse their text.
    static FolderManifest of(std::vector<ManifestEntry> entries);
    // Refuses with corrupt what could lead out of a folder or is not the one text of its entries.
    static Result<FolderManifest> parse(std::string_view text);

    const std::vector<ManifestEntry>& entries() const { return m_entries; }
    std::string text() const;
    std::uint64_t size() const; // bytes of all files

private:
    std::vector<ManifestEntry> m_entries;
};

// Relative, without empty, "." and ".." parts and without NUL.
bool isInnerName(std::string_view name);
// Whether a link of that name leads to something inside, whatever other inner links it passes: ".." may only come
// first.
bool leadsInside(std::string_view name, std::string_view target);

} // namespace penstock::store
