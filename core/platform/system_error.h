#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::platform {

// An errno about a path, in the terms of what the caller can do: notFound, denied, full, io.
Error systemError(const std::string& path, int error);

} // namespace penstock::platform
