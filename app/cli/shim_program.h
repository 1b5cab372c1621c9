#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::cli {

// penstock-shim: beside this program as in a build tree, else where the package puts it. Errors: notFound.
Result<std::string> shimProgram(const std::string& program);

} // namespace penstock::cli
