#include "core/platform/process_privacy.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace penstock::platform {

void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__) // which looks for leaks from outside
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace penstock::platform
