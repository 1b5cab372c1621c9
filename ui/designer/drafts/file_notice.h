#pragma once

#include "core/base/time.h"

namespace penstock::designer {

// What happened to the open file apart from what the person does here, and has not been answered yet.
struct FileNotice {
    enum class Kind {
        none,
        recovered, // edits of a window that is gone are in the text; they can be discarded
        merged,    // somebody else changed the file; both changes are in the text
        conflict,  // somebody else changed what was changed here; a person decides
        deleted,   // there is no file; saving makes it again
    };

    Kind kind = Kind::none;
    Instant at{};          // of recovered edits, also of those in a conflict; else the epoch
    bool isMerged = false; // recovered edits were brought together with a newer file

    bool operator==(const FileNotice&) const = default;
};

} // namespace penstock::designer
