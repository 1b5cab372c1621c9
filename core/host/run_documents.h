// Reads and freezes what a run is fixed to.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/file_system.h"
#include "core/engine/event.h"
#include "core/engine/plan.h"
#include "core/host/layout.h"
#include "core/registry/people.h"
#include "core/session/view.h"

namespace penstock::host {

// Everything of RunCreated but its number, what is in production and its code. Errors: notFound, denied, io; invalid with the issues as JSON in Error::detail
// when the document does not run, or with a parameter.* message.
Result<engine::RunCreated> freeze(const Layout& layout, const FileSystem& files, ArtifactStore& artifacts, const std::string& file,
                                  const Json& parameters);

// A new run from the frozen documents of an ended one, that reuses what succeeded there.
engine::RunCreated again(const engine::Run& ended);

// A new run from the frozen documents of an ended one, that makes its results anew in a checkout of its commit with its changes.
// Errors: conflict when it is not known at which commit it ran.
Result<engine::RunCreated> anew(const engine::Run& ended);

// What is in production of the lines that the run registers, for RunCreated::facts.
std::map<std::string, Json> productionOf(const session::View& view, const engine::RunCreated& run);

// Paths that steps write, those of sub-pipelines included.
std::vector<std::string> claimsOf(const engine::Plan& plan);
std::vector<std::string> claimsOf(const engine::RunCreated& run);

// The people of a run's frozen penstock.yaml; without one nobody is mapped to anything.
Result<registry::People> frozenPeople(const engine::Run& run, const ArtifactStore& artifacts);

} // namespace penstock::host
