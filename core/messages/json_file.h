// A small JSON file of the user's, readable by nobody else; for this folder only.
#pragma once

#include "core/base/json.h"

#include <QString>

namespace penstock::messages {

// An absent file is null. Errors: denied, io; invalid when it is larger than a mebibyte or no JSON.
Result<Json> readJsonFile(const QString& path);
// Whole or not at all, mode 0600; makes the folder (0700). Errors: denied, full, io.
Result<void> writeJsonFile(const QString& path, const Json& json);

} // namespace penstock::messages
