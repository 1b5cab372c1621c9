// Everything an owner is made of, put together for one workspace on this machine.
#pragma once

#include "core/host/owner.h"
#include "core/tracking/intake.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace penstock::host {

struct OwnedWorkspaceSettings {
    std::string workspace;   // canonical
    std::string stateFolder; // canonical, exists
    std::string shimProgram;
    std::vector<std::string> ownerCommand; // what a shim runs when its owner is gone
    std::function<bool()> isTrusted;
    int slots = 0; // 0: as many as the machine has cores
    SecretSource secrets = noSecrets;
    // Makes the port at which scripts log to MLflow; called in the thread that opens, which destroys it too. Empty: there is none.
    std::function<std::unique_ptr<tracking::Door>(tracking::Intake&, const std::string& stateFolder)> makeDoor = {};
};

class OwnedWorkspace final {
public:
    // Takes the workspace's lock first, then opens the log and starts the owner's thread.
    // Errors: conflict ("platform.workspace_owned") when somebody else is the owner; those of the store.
    static Result<std::unique_ptr<OwnedWorkspace>> open(const OwnedWorkspaceSettings& settings);
    ~OwnedWorkspace();

    Owner& owner();
    // False when the lock file was removed or replaced: somebody else may own the workspace, this owner must go.
    bool isStillOurs() const;

private:
    struct Parts;
    explicit OwnedWorkspace(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace penstock::host
