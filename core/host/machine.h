// What this machine gives to steps beside slots.
#pragma once

#include "core/base/file_system.h"
#include "core/engine/state.h"
#include "core/host/layout.h"

namespace penstock::host {

// `resources` of the workspace's penstock.yaml; what it does not say is what the system reports: all memory, and the GPUs
// that have a device file (NVIDIA: /dev/nvidia0 …). A settings file that cannot be read says nothing.
engine::Capacity capacityOf(const Layout& layout, const FileSystem& files);

} // namespace penstock::host
