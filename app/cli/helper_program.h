#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::cli {

// The programs that nobody types: in a build tree they stand beside `program`, once installed in libexec.
// Empty where there is none.
std::string helperProgram(const std::string& program, const std::string& name);

// Errors: notFound.
Result<std::string> shimProgram(const std::string& program);
std::string keyringProgram(const std::string& program); // when it is missing, a path where it would be

} // namespace penstock::cli
