// Where Studio keeps the unsaved edits of a workspace (docs/formats.md, "Drafts").
#pragma once

#include "app/studio/workspace_folder.h"
#include "core/messages/user_folders.h"
#include "ui/designer/drafts/draft_place.h"

namespace penstock::studio {

// In the state folder of the workspace; in the user's data as long as there is none, because only an owner may make it. The
// clock outlives what is returned.
designer::DraftPlace draftPlace(const WorkspaceFolder& folder, const messages::UserFolders& user, const Clock& clock);

} // namespace penstock::studio
