// Where the state of a workspace lies (docs/decisions/0003-where-state-lives.md):
//
//   inside a git work tree     GIT-FOLDER/penstock/NAME, where no `git clean` comes; `.penstock` is a link to it
//   outside of git             the folder `.penstock`; moved into the git folder at the first opening after `git init`
//   on a network file system   STATE-HOME/penstock/ID; `.penstock` is a link to it, or a one-line file
//   where a person says so     `.penstock` is a one-line file with a path, relative to the workspace
//
// The state knows its workspace (workspace.json: id, path, inode), so that it is found again when `.penstock` is gone,
// and not taken for that of another workspace.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

namespace penstock::store {

struct StateFolder {
    enum class Place { workspace, gitFolder, elsewhere };

    std::string path;      // real, absolute
    std::string workspace; // real, absolute
    Place place = Place::workspace;
    std::string id;              // of the workspace; a copy of a workspace gets another one when it is opened
    bool pointerMissing = false; // `.penstock` is gone; opening makes it again
    bool moved = false;          // opening brought it into the git folder
};

// What of the world outside decides; replaced in tests.
struct StateSurroundings {
    std::string stateHome; // $XDG_STATE_HOME or ~/.local/state
    std::function<bool(const std::string& path)> isNetworkFolder;

    static StateSurroundings ofSystem();
};

// For reading; changes nothing. Errors: notFound ("store.no_state": nothing was run here yet; "store.state_gone":
// `.penstock` leads nowhere), conflict (it belongs to another workspace, or there are two), denied, io.
Result<StateFolder> findStateFolder(const std::string& workspace,
                                    const StateSurroundings& surroundings = StateSurroundings::ofSystem());

// For the owner, before it opens anything in it: makes what is missing. Errors: also unsupported
// ("store.no_local_folder": workspace and home are on network file systems), full.
Result<StateFolder> openStateFolder(const std::string& workspace,
                                    const StateSurroundings& surroundings = StateSurroundings::ofSystem());

} // namespace penstock::store
