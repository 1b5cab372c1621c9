#pragma once

#include <optional>
#include <string>

namespace penstock::store {

// Where a workspace may keep state inside the git folder of its work tree, found by reading, without running git: the
// common folder of all work trees (a linked work tree's own folder goes with it), and a name for the workspace in it.
struct GitPlace {
    std::string gitFolder; // real path
    std::string state;     // gitFolder + "/penstock/" + name

    // Nothing outside of a work tree, or when the git folder is on another file system or may not be written to.
    static std::optional<GitPlace> of(const std::string& workspace);
};

} // namespace penstock::store
