// What of a state folder is needed: for the owner, which removes the rest, and for whoever asks how much that would be.
#pragma once

#include "core/base/file_system.h"
#include "core/host/layout.h"
#include "core/session/retention.h"
#include "core/store/garbage.h"

#include <atomic>

namespace penstock::host {

// `retention` of penstock.yaml as it is now; nothing where there is none. Errors: invalid when it cannot be read: then nothing
// may be removed by age.
Result<registry::Retention> retentionOf(const Layout& layout, const FileSystem& files);

// All but the contents, after `removal` and all earlier ones.
store::Keep keepOf(const session::View& view, const engine::RetentionBegan& removal, const registry::Retention& retention, Instant now);
// The contents, from the log on disk. Slow; any thread. Errors: those of reading it; cancelled.
Result<void> addContents(store::Keep& keep, const std::string& stateFolder, const std::atomic<bool>& stop);

} // namespace penstock::host
