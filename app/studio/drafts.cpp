#include "app/studio/drafts.h"

#include "core/base/digest.h"
#include "core/platform/workspace_lock.h"

namespace penstock::studio {

designer::DraftPlace draftPlace(const WorkspaceFolder& folder, const messages::UserFolders& user, const Clock& clock)
{
    designer::DraftPlace place;
    place.folders = [folder, ofUser = user.data.toStdString() + "/drafts/" + sha256(folder.path().toStdString()).hex().substr(0, 16)] {
        std::vector<std::string> folders;
        if (const QString state = folder.stateFolder(); !state.isEmpty())
            folders.push_back(state.toStdString() + "/drafts");
        folders.push_back(ofUser);
        return folders;
    };
    place.hold = [](const std::string& path) -> std::shared_ptr<void> {
        auto lock = platform::WorkspaceLock::take(path);
        return lock ? std::make_shared<platform::WorkspaceLock>(std::move(*lock)) : nullptr;
    };
    place.clock = &clock;
    return place;
}

} // namespace penstock::studio
