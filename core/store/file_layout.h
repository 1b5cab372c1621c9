#pragma once

#include "core/store/folder_manifest.h"
#include "core/store/object_folder.h"

#include <string>

namespace penstock::store {

// Lays a stored content out somewhere else.
enum class Layout {
    own,      // an independent copy with the rights that the person's umask gives
    readOnly, // an independent copy, 0444 or 0555
    shared,   // for reading inside the store: the object itself under another name, where that can be had
};

// `path` must not exist; its folder must. The object was verified before, or is while it is copied.
Result<void> layOutFile(const ObjectFolder& objects, const Digest& digest, bool program, const std::string& path,
                        Layout layout, Watch& watch);

// Makes the folder `path`, which must not exist, with all that the manifest names. Folders stay writable until
// makeFoldersReadOnly(): nothing could be put into them.
Result<void> layOutFolder(const ObjectFolder& objects, const FolderManifest& manifest, const std::string& path,
                          Layout layout, Watch& watch);
Result<void> makeFoldersReadOnly(const FolderManifest& manifest, const std::string& path);

} // namespace penstock::store
