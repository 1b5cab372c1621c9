// Reads and freezes what a run is fixed to.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/file_system.h"
#include "core/engine/event.h"
#include "core/host/layout.h"
#include "core/registry/people.h"
#include "core/session/view.h"

namespace penstock::host {

// Everything of RunCreated but its number. Errors: notFound, denied, io; invalid with the issues as JSON in Error::detail
// when the document does not run, or with a parameter.* message.
Result<engine::RunCreated> freeze(const Layout& layout, const FileSystem& files, ArtifactStore& artifacts, const session::View& view,
                                  const std::string& file, const Json& parameters);

// A new run from the frozen documents of an ended one.
engine::RunCreated again(const session::View& view, const engine::Run& ended);

// The people of a run's frozen penstock.yaml; without one nobody is mapped to anything.
Result<registry::People> frozenPeople(const engine::Run& run, const ArtifactStore& artifacts);

} // namespace penstock::host
