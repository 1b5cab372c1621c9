// Where the two sides of a comparison come from.
#pragma once

#include "core/base/file_system.h"
#include "ui/designer/versions/revisions.h"

#include <QString>

#include <memory>
#include <string>

namespace penstock::designer {

struct Version {
    enum class Kind { edited, saved, revision, file };

    Kind kind = Kind::edited;
    std::string id; // of a revision: its commit; of another file: its path in the workspace

    bool operator==(const Version&) const = default;
};

struct VersionTexts {
    std::string text, layout; // without a layout nodes are placed anew

    bool operator==(const VersionTexts&) const = default;
};

// A value that can be read from another thread, beside the one that edits. `files` outlives it.
struct VersionSource {
    const FileSystem* files = nullptr;
    std::shared_ptr<const Revisions> revisions; // may be null
    std::string workspace, file;
    VersionTexts edited;

    Result<VersionTexts> read(const Version& version) const;
};

} // namespace penstock::designer
