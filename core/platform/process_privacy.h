#pragma once

namespace penstock::platform {

// From now on no other process of the user may look into the memory of this one (ptrace(2), /proc/PID/mem, environ), and its
// end leaves no core file: for those through whom secrets pass. What it executes later is not affected by the first.
void keepMemoryPrivate();

} // namespace penstock::platform
