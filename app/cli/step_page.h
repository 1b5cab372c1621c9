#pragma once

#include "app/cli/command.h"
#include "app/cli/reading.h"

namespace penstock::cli {

// `show RUN STEP`: one step with what its script logged. Errors: notFound, those of store::readLogged().
Result<void> showStep(const Invocation& invocation, const RunReading& read);

} // namespace penstock::cli
