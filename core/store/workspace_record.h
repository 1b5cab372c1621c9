#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace penstock::store {

// workspace.json in a state folder: whose state it is.
struct WorkspaceRecord {
    std::string id;
    std::string path; // real path of the workspace when it was last opened
    std::uint64_t inode = 0;

    bool operator==(const WorkspaceRecord&) const = default;

    static Result<WorkspaceRecord> of(const std::string& workspace); // with a new id
    static Result<std::optional<WorkspaceRecord>>
    read(const std::string& stateFolder); // nothing: no state folder of ours
    Result<void> write(const std::string& stateFolder) const;
};

// How a recorded workspace and the one at hand go together.
enum class Kinship {
    same,  // also when it was moved, or made anew at the same path
    copied // the recorded one still stands elsewhere
};
Kinship kinship(const WorkspaceRecord& recorded, const WorkspaceRecord& here);

} // namespace penstock::store
