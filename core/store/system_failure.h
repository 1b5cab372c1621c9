#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::store {

// The Error for an errno value: the code and the sentence are chosen by what a person can do about it.
// `what` is a plain fact for logs ("rename", "fsync").
Error systemFailure(int number, const std::string& path, const std::string& what);
Error lastSystemFailure(const std::string& path, const std::string& what); // of errno

} // namespace penstock::store
