#pragma once

#include <string_view>

namespace penstock::pipeline {

// What a step does. The order is that of the alternatives of pipeline::Body.
enum class Kind { command, choose, wait, approve, register_, promote, pipeline, placeholder, end };

} // namespace penstock::pipeline
