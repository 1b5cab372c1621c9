#pragma once

#include <string>

namespace penstock::platform {

// Identity of this boot of the machine (/proc/sys/kernel/random/boot_id): two different texts mean that no process of then
// is alive now. Empty where the system does not say.
std::string bootId();

} // namespace penstock::platform
