#pragma once

#include "core/format/members.h"

namespace penstock::format {

// `run` and the keys beside it. For this folder only.
pipeline::Command readCommand(const Members& step);

} // namespace penstock::format
