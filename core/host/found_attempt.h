#pragma once

#include "core/base/time.h"
#include "core/host/preparation.h"
#include "core/session/view.h"

namespace penstock::host {

// An attempt's place in the state; null: there is none, or it is no command's. Valid until the next event.
struct FoundAttempt {
    const engine::Run* run = nullptr;
    const engine::Instance* instance = nullptr;
    const pipeline::Command* command = nullptr;
};

FoundAttempt findAttempt(const session::View& view, const AttemptId& attempt);
// Nothing on disk to make ready or to take in: not worth a change of thread.
bool isQuick(const Preparation& preparation);
Duration graceOf(const pipeline::Command* command); // between asking it to end and ending it

} // namespace penstock::host
